import type { ObjectTestResult } from "@ostiary/gatekeeper";
import { expect, it } from "vitest";
import { writeTestResults } from "./test-output.js";

const result: ObjectTestResult = {
  message: "no <way>",
  constraint: { kind: "K", name: "c" },
  enforcementAction: "deny",
  details: {},
  autoReject: false,
  findings: [],
  constraintDocument: { kind: "K", metadata: { name: "c" }, apiVersion: "x/v1" },
  object: { apiVersion: "v1", kind: "Pod", metadata: { namespace: "n", name: "p" } },
};
const scoped: ObjectTestResult = { ...result, message: "", enforcementAction: "scoped", scopedActions: ["warn"] };
const text = { format: "", stats: false, trace: null };

it("text has one line for each violation", () => {
  expect(writeTestResults([result], text)).toBe('v1/Pod n/p: ["c"] Message: "no <way>"\n');
  expect(writeTestResults([], { ...text, format: "xml" })).toBe("");
});

it("JSON has the fields in gator's order, and escapes as Go does", () => {
  expect(writeTestResults([result], { ...text, format: "JSON" })).toBe(`[
    {
        "target": "admission.k8s.gatekeeper.sh",
        "msg": "no \\u003cway\\u003e",
        "metadata": {
            "details": {}
        },
        "constraint": {
            "apiVersion": "x/v1",
            "kind": "K",
            "metadata": {
                "name": "c"
            }
        },
        "enforcementAction": "deny",
        "violatingObject": {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {
                "name": "p",
                "namespace": "n"
            }
        },
        "trace": null
    }
]`);
});

it("JSON leaves out what is empty, and tells scoped actions", () => {
  const { details: _details, ...rejected } = scoped;
  const written = JSON.parse(writeTestResults([rejected], { ...text, format: "json" }));
  expect(Object.keys(written[0])).toEqual([
    "target",
    "constraint",
    "enforcementAction",
    "scopedActions",
    "violatingObject",
    "trace",
  ]);
});

it("no result is null in JSON, and an empty list in YAML", () => {
  expect(writeTestResults([], { ...text, format: "json" })).toBe("null");
  expect(writeTestResults([], { ...text, format: "yaml" })).toBe("[]\n");
});

it("there is a place for statistics where they are asked for", () => {
  const written = writeTestResults([], { ...text, format: "json", stats: true });
  expect(JSON.parse(written)).toEqual({ results: null, stats: [] });
  expect(writeTestResults([], { ...text, format: "yaml", stats: true })).toBe("results: []\nstats: []\n");
});

it("YAML has the fields of JSON", () => {
  expect(writeTestResults([result], { ...text, format: "yaml" })).toContain("\n  msg: no <way>\n");
});

it("a trace is told with every result", () => {
  const line = 'v1/Pod n/p: ["c"] Message: "no <way>"\n';
  const output = { ...text, trace: "Enter x\n" };
  expect(writeTestResults([result, result], output)).toBe(`${line}Trace: Enter x\n${line}Trace: Enter x\n`);
  expect(JSON.parse(writeTestResults([result], { ...output, format: "json" }))).toMatchObject([{ trace: "Enter x\n" }]);
});
