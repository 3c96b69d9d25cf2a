import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { gatorSuite, ownSuite } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { readSuites } from "./read-suites.js";
import { type CaseResult, referencedFiles, worstOutcome } from "./suite-model.js";

test.each<[CaseResult["outcome"][], CaseResult["outcome"]]>([
  [[], "passed"],
  [["passed", "skipped"], "passed"],
  [["skipped", "skipped"], "skipped"],
  [["passed", "failed", "skipped"], "failed"],
  [["failed", "error"], "error"],
])("%j come to %s", (outcomes, expected) => {
  expect(worstOutcome(outcomes)).toBe(expected);
});

test("files that suites refer to are known, each once, and objects in the suites are none", () => {
  const own = ownSuite("- {name: a, object: {a: 1}, inventory: [../b.yaml, {c: 1}], assertions: [{}]}\n");
  const workingDirectory = makeFolder({ "s/gator.yaml": gatorSuite("{}"), "s/own.yaml": own });
  const { suites } = readSuites(findFiles(["s"], { workingDirectory }).files);
  expect(suites.map((suite) => referencedFiles(suite).map((file) => file.slice(workingDirectory.length)))).toEqual([
    ["/s/template.yaml", "/s/constraint.yaml", "/s/pod.yaml"],
    ["/s/template.yaml", "/s/constraint.yaml", "/b.yaml"],
  ]);
});
