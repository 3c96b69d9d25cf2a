import { NO_FILTER, readSuiteFilter } from "@ostiary/gatekeeper";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { CONSTRAINT, gatorSuite, ownSuite, POLICY_FILES } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { readSuites } from "./read-suites.js";
import { runSuite } from "./run-suites.js";

const run = (text: string, files: Record<string, string> = {}, filter = NO_FILTER) => {
  const workingDirectory = makeFolder({ ...POLICY_FILES, ...files, "suite.yaml": text });
  const { suites } = readSuites(findFiles(["suite.yaml"], { workingDirectory }).files);
  const [suite] = suites;
  if (suite === undefined) throw new Error("no suite");
  return runSuite(suite, { filter, now: () => 0 });
};

test.each<[string, string, string[]]>([
  ["{violations: 1, message: ^web needs}", "passed", []],
  [
    "{violations: no}",
    "failed",
    [
      "unexpected number of violations: got 1 violations but want none",
      "found:\n  deny NeedsLabel owned: web needs label owner",
    ],
  ],
  [
    "{message: (}",
    "failed",
    [expect.stringContaining("message contains invalid regular expression"), expect.stringContaining("found:")],
  ],
])("a case that expects %s has %s", (assertion, outcome, reasons) => {
  const [result] = run(gatorSuite(assertion)).tests;
  expect(result?.cases).toMatchObject([{ name: "unowned", outcome, reasons }]);
  expect(result?.outcome).toBe(outcome);
});

test.each<[string, Record<string, string>, string]>([
  ["a template that is none", { "template.yaml": CONSTRAINT }, "not a ConstraintTemplate"],
  [
    "a constraint that does not fit",
    { "constraint.yaml": CONSTRAINT.replace("key: owner", "key: 1") },
    "schema validation failed",
  ],
  ["no file", { "template.yaml": "# nothing\n" }, "Object 'Kind' is missing"],
])("with %s no case is run", (_what, files, reason) => {
  expect(run(gatorSuite("{}"), files).tests).toMatchObject([
    { outcome: "error", cases: [], reasons: [expect.stringContaining(reason)] },
  ]);
});

test.each<[string, string, string]>([
  ["fits", CONSTRAINT, "failed"],
  ["does not fit the schema", CONSTRAINT.replace("key: owner", "key: 1"), "passed"],
  ["has unknown fields", CONSTRAINT.replace("key: owner", "kee: a"), "failed"],
])("of a constraint that is to be refused and %s, gator's suites say so", (_what, constraint, outcome) => {
  expect(run(gatorSuite("{}", "    invalid: true\n"), { "constraint.yaml": constraint }).tests).toMatchObject([
    { outcome },
  ]);
});

test("what is left out is skipped", () => {
  const filter = readSuiteFilter("nothing//");
  expect(run(gatorSuite("{violations: no}"), {}, filter.ok ? filter.value : NO_FILTER).outcome).toBe("skipped");
  expect(run(gatorSuite("{violations: no}", "    skip: true\n")).outcome).toBe("skipped");
});

test.each<[string, string, string]>([
  ["the object itself", "- {name: a, object: pod.yaml, assertions: [{violations: 1}]}", "passed"],
  [
    "parameters",
    "- {name: a, object: pod.yaml, parameters: {key: team}, assertions: [{message: team, violations: 1}]}",
    "passed",
  ],
  ["parameters that are refused", "- {name: a, object: pod.yaml, parameters: {key: 1}, assertions: [{}]}", "error"],
  ["a mutator", "- {name: a, object: pod.yaml, mutators: [owner.yaml], assertions: [{violations: no}]}", "passed"],
  ["a workload's pods", "- {name: a, object: deployment.yaml, assertions: [{violations: 1}]}", "passed"],
  [
    "a request about the workload",
    "- {name: a, object: deployment.yaml, operation: CREATE, assertions: [{violations: no}]}",
    "passed",
  ],
  ["a missing file", "- {name: a, object: none.yaml, assertions: [{}]}", "error"],
  ["a deletion", "- {name: a, oldObject: pod.yaml, operation: DELETE, assertions: [{violations: 1}]}", "passed"],
])("in a suite of our own %s counts", (_what, cases, outcome) => {
  const files = {
    "owner.yaml":
      "apiVersion: mutations.gatekeeper.sh/v1\nkind: AssignMetadata\nmetadata: {name: owner}\nspec: {location: metadata.labels.owner, parameters: {assign: {value: a}}}\n",
    "deployment.yaml":
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: b}]}}}\n",
  };
  expect(run(ownSuite(cases), files).tests).toMatchObject([{ outcome }]);
});
