import { NO_FILTER } from "@ostiary/gatekeeper";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { CEL_TEMPLATE, gatorSuite, ownSuite, POLICY_FILES, TEMPLATE } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import type { TemplateLines } from "./line-marks.js";
import { readSuites } from "./read-suites.js";
import { runSuite } from "./run-suites.js";
import { type CoverageMarks, describeCoverage, TemplateCoverage } from "./template-coverage.js";

/** A template with a rule more, that nobody breaks. */
const TWO_RULES = `${TEMPLATE}        violation[{"msg": "never"}] {
          input.review.object.kind == "Service"
          true
        }
`;

/** What the suites in files evaluate together. */
const cover = (files: Record<string, string>): readonly TemplateLines[] => describeCoverage(marksOf(files));

/** The same, each for itself. */
const marksOf = (files: Record<string, string>): readonly CoverageMarks[] => {
  const workingDirectory = makeFolder({ ...POLICY_FILES, "template.yaml": TWO_RULES, ...files });
  const { suites } = readSuites(findFiles(["."], { workingDirectory }).files);
  return suites.map((suite) => {
    const coverage = new TemplateCoverage((path) => path.slice(workingDirectory.length + 1));
    runSuite(suite, { filter: NO_FILTER, now: () => 0, coverage });
    return structuredClone(coverage.marks());
  });
};

const NONE = { neverTrue: [], neverFalse: [] };
const LINES = [{ file: "template.yaml", covered: [16, 17, 18, 21], uncovered: [20, 22], ...NONE }];

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
  expect(lines).toEqual({ file: "template.yaml", covered: [16, 17, 18, 20, 21, 22], uncovered: [], ...NONE });
});

test("a template that stands in the suite is not counted, nor is one without lines of its own", () => {
  const oneLine = TEMPLATE.replace(
    /rego: \|\n[\s\S]*/,
    'rego: "package a\\nviolation[{\\"msg\\": \\"x\\"}] { true }"\n',
  );
  expect(cover({ "suite.yaml": gatorSuite("{}"), "template.yaml": oneLine })).toEqual([
    { file: "template.yaml", covered: [], uncovered: [], ...NONE },
  ]);
});

test.each<[objects: string[], covered: number[], uncovered: number[], neverTrue: number[], neverFalse: number[]]>([
  [["metadata: {name: a, labels: {owner: shop}}"], [21, 23, 25], [19, 26], [], [23, 25]],
  [["metadata: {name: a}"], [21, 23, 25, 26], [19], [25], [23]],
  [["metadata: {name: a}", "metadata: {name: a, labels: {owner: shop}}"], [21, 23, 25, 26], [19], [], [23]],
  [["metadata: {name: kube-a}"], [23], [19, 21, 25, 26], [23], []],
])(
  "rules in CEL count by the lines that expressions begin on: %j",
  (objects, covered, uncovered, neverTrue, neverFalse) => {
    const suites = objects.map((metadata, index) => [
      `suite-${index}.yaml`,
      ownSuite(`- {name: a, object: {apiVersion: v1, kind: Pod, ${metadata}}, assertions: [{violations: 9}]}\n`),
    ]);
    const files = { "template.yaml": CEL_TEMPLATE, ...Object.fromEntries(suites) };
    expect(cover(files)).toEqual([{ file: "template.yaml", covered, uncovered, neverTrue, neverFalse }]);
  },
);
