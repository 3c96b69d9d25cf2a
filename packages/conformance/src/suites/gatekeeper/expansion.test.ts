import { expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const template = {
  apiVersion: "expansion.gatekeeper.sh/v1beta1",
  kind: "ExpansionTemplate",
  metadata: { name: "t" },
  spec: {
    applyTo: [{ groups: ["g"], versions: ["v1"], kinds: ["A"] }],
    templateSource: "spec",
    generatedGVK: { group: "g", version: "v1", kind: "B" },
  },
};
const object = { apiVersion: "g/v1", kind: "A", metadata: { name: "a" }, spec: {} };
const ownerReferences = [{ apiVersion: "g/v1", kind: "A", name: "a", uid: "" }];
const made = { apiVersion: "g/v1", kind: "B", metadata: { name: "a-b", ownerReferences } };
const expected = { object: made, template: "t", enforcementAction: "" };

it.each([
  { op: "expand", object, namespace: null, templates: [template], mutators: [], expect: [expected] },
  { op: "validate-template", template, expect: true },
  { op: "template-cycles", templates: [template], upsertErrors: [false], expect: [] },
  { op: "aggregate", template: "t", parent: ["p"], child: ["c"], expect: ["p", "[Implied by t] c"] },
  {
    op: "override-enforcement-action",
    action: "warn",
    results: [{ msg: "m", enforcementAction: "deny" }],
    expect: [{ msg: "m", enforcementAction: "warn" }],
  },
])("lines of the operation $op are judged", async (line) => {
  const judged = await judgeLines(gatekeeper, "expansion.jsonl", [{ name: "one", ...line }]);
  expect(judged).toEqual({ [`one ${line.op}`]: { kind: "passed" } });
});

it("what is not expected fails", async () => {
  const line = { op: "expand", object, namespace: null, templates: [template], mutators: [], expect: [] };
  const judged = await judgeLines(gatekeeper, "expansion.jsonl", [{ name: "one", ...line }]);
  expect(judged).toMatchObject({ "one expand": { kind: "failed" } });
});

it("operations that nobody reads are skipped", async () => {
  const judged = await judgeLines(gatekeeper, "expansion.jsonl", [{ name: "one", op: "other" }]);
  expect(judged).toMatchObject({ "one other": { kind: "skipped" } });
});
