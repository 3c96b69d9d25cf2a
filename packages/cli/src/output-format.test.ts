import { expect, test } from "vitest";
import { createRenderer, OUTPUT_FORMATS, type OutputRequest, readOutputRequests } from "./output-format.js";

test.each<[values: string[], requests: OutputRequest[]]>([
  [[], [{ format: "text" }]],
  [["json"], [{ format: "json" }]],
  [
    ["text", "sarif=out/ostiary.sarif"],
    [{ format: "text" }, { format: "sarif", file: "out/ostiary.sarif" }],
  ],
  [["json=a=b.json"], [{ format: "json", file: "a=b.json" }]],
])("%j asks for %j", (values, requests) => {
  expect(readOutputRequests(values)).toEqual(requests);
});

test.each<[values: string[], message: string]>([
  [["yaml"], "unknown output format `yaml`: expected one of text, json, sarif, junit, github, policyreport, markdown"],
  [["toString"], "unknown output format `toString`"],
  [["json="], "no file name behind `json=`"],
  [["text", "json"], "only one output can go to standard output"],
  [["junit=report", "sarif=report"], "only one output can go to report"],
])("%j is refused: %s", (values, message) => {
  expect(() => readOutputRequests(values)).toThrow(message);
});

test.each(OUTPUT_FORMATS)("the renderer of %s renders a run without anything in it", async (format) => {
  const renderer = await createRenderer(format, {
    isColoured: false,
    explain: false,
    failOn: "deny",
    version: "1.2.3",
  });
  const summary = {
    files: 0,
    objects: 0,
    denied: 0,
    warned: 0,
    violations: { deny: 0, warn: 0, dryrun: 0 },
    problems: { error: 0, warning: 0 },
  };
  expect(typeof (renderer.begin() + renderer.end(summary))).toBe("string");
});
