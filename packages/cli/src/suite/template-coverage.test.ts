import { NO_FILTER } from "@ostiary/gatekeeper";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { gatorSuite, ownSuite, POLICY_FILES, TEMPLATE } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { readSuites } from "./read-suites.js";
import { runSuite } from "./run-suites.js";
import { percentOf, TemplateCoverage, type TemplateLines } from "./template-coverage.js";

/** A template with a rule more, that nobody breaks. */
const TWO_RULES = `${TEMPLATE}        violation[{"msg": "never"}] {
          input.review.object.kind == "Service"
          true
        }
`;

const cover = (files: Record<string, string>): readonly TemplateLines[] => {
  const workingDirectory = makeFolder({ ...POLICY_FILES, "template.yaml": TWO_RULES, ...files });
  const coverage = new TemplateCoverage((path) => path.slice(workingDirectory.length + 1));
  const { suites } = readSuites(findFiles(["."], { workingDirectory }).files);
  for (const suite of suites) runSuite(suite, { filter: NO_FILTER, now: () => 0, coverage });
  return coverage.report();
};

const LINES = [{ file: "template.yaml", covered: [16, 17, 18, 21], uncovered: [20, 22] }];

test("lines are those of the template's file, whoever asks", () => {
  expect(cover({ "suite.yaml": gatorSuite("{}") })).toEqual(LINES);
  expect(cover({ "suite.yaml": ownSuite("- {name: a, object: pod.yaml, assertions: [{}]}\n") })).toEqual(LINES);
});

test("what several suites evaluate counts together", () => {
  const service =
    "- {name: a, object: {apiVersion: v1, kind: Service, metadata: {name: s}}, parameters: {}, assertions: [{}]}\n";
  const constraint = POLICY_FILES["constraint.yaml"].replace("kinds: [Pod]", "kinds: ['*']");
  const files = { "constraint.yaml": constraint, "a.yaml": gatorSuite("{}"), "b.yaml": ownSuite(service) };
  const [lines] = cover(files);
  expect(lines).toEqual({ file: "template.yaml", covered: [16, 17, 18, 20, 21, 22], uncovered: [] });
});

test("a template that stands in the suite is not counted, nor is one without lines of its own", () => {
  const oneLine = TEMPLATE.replace(
    /rego: \|\n[\s\S]*/,
    'rego: "package a\\nviolation[{\\"msg\\": \\"x\\"}] { true }"\n',
  );
  expect(cover({ "suite.yaml": gatorSuite("{}"), "template.yaml": oneLine })).toEqual([
    { file: "template.yaml", covered: [], uncovered: [] },
  ]);
});

test("percents are of all lines together, and of none all", () => {
  expect(percentOf(LINES)).toBeCloseTo(66.667, 2);
  expect(percentOf([])).toBe(100);
});
