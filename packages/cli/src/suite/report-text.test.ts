import { expect, test } from "vitest";
import { OPTIONS, RUN, SUITE } from "../../test/suite-results.js";
import { reportText } from "./report-text.js";
import type { RunResult } from "./run-result.js";

test("people are told what fails, and why", () => {
  expect(reportText(RUN, OPTIONS)).toBe(`a/suite.yaml
  ✗ owners
    ✗ b<ad> a/suite.yaml:7
        want: 1
        got, 2
  ✗ broken a/suite.yaml:20
      no template

1 suite: 1 passed, 1 failed, 1 could not be run, 1 skipped
`);
  expect(reportText(RUN, { ...OPTIONS, verbose: true })).toContain("    ✓ good\n");
});

test("coverage is told by template, with the lines that nobody has evaluated, or seen true, or false", () => {
  const coverage = [
    { file: "a.yaml", covered: [3, 4, 5], uncovered: [7], neverTrue: [3], neverFalse: [4, 5] },
    { file: "b.yaml", covered: [1], uncovered: [], neverTrue: [], neverFalse: [] },
  ];
  const run: RunResult = { suites: [], problems: [], coverage };
  expect(reportText(run, OPTIONS)).toContain(
    "\ncoverage: 80.0% of the lines of 2 templates\n  a.yaml: 75.0%, not evaluated: line 7, never true: line 3, never false: lines 4, 5\n  b.yaml: 100.0%\n",
  );
});

test("nothing in names and messages acts on a terminal", () => {
  const [first] = SUITE.tests;
  if (first === undefined) throw new Error("no test");
  const tests = [{ ...first, name: "\u001b[31m", reasons: ["a\u202Eb"], cases: [] }];
  const report = reportText({ suites: [{ ...SUITE, tests }], problems: [] }, OPTIONS);
  expect(report).toContain("␛[31m");
  expect(report).toContain("a<U+202E>b");
});
