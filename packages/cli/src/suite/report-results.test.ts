import { expect, test } from "vitest";
import { type ReportOptions, type RunResult, reportResults, TEST_FORMATS } from "./report-results.js";
import type { SuiteResult } from "./suite-model.js";

const CASE = { line: 7, reasons: [], violations: [], seconds: 0.0015 };

const SUITE: SuiteResult = {
  file: "a/suite.yaml",
  outcome: "error",
  seconds: 0.01,
  tests: [
    {
      name: "owners",
      line: 4,
      outcome: "failed",
      reasons: [],
      seconds: 0.004,
      cases: [
        { ...CASE, name: "good", outcome: "passed" },
        {
          ...CASE,
          name: "b<ad>",
          outcome: "failed",
          reasons: ["want: 1\ngot, 2"],
          violations: [{ policy: "p", rule: "r", action: "deny", message: "no" }],
        },
        { ...CASE, name: "left out", outcome: "skipped" },
      ],
    },
    { name: "broken", line: 20, outcome: "error", reasons: ["no template"], cases: [], seconds: 0 },
  ],
};

const RUN: RunResult = {
  suites: [SUITE],
  problems: [{ file: "b.yaml", line: 3, severity: "error", code: "x", message: "m" }],
};
const OPTIONS: ReportOptions = { paint: (_style, text) => text, verbose: false };

test("people are told what fails, why, and what was found", () => {
  expect(reportResults("text", RUN, OPTIONS)).toBe(`a/suite.yaml
  ✗ owners
    ✗ b<ad> a/suite.yaml:7
        want: 1
        got, 2
          deny r p: no
  ✗ broken a/suite.yaml:20
      no template

1 suite: 1 passed, 1 failed, 1 could not be run, 1 skipped
`);
  expect(reportResults("text", RUN, { ...OPTIONS, verbose: true })).toContain("    ✓ good\n");
});

test("JUnit counts cases, and holds what XML cannot", () => {
  const report = reportResults("junit", RUN, OPTIONS);
  expect(report).toContain(
    '<testsuite name="a/suite.yaml owners" file="a/suite.yaml" tests="3" failures="1" errors="0" skipped="1" time="0.004">',
  );
  expect(report).toContain(
    '<testcase name="b&lt;ad&gt;" classname="owners" file="a/suite.yaml" line="7" time="0.002"><failure message="want: 1">want: 1\ngot, 2</failure></testcase>',
  );
  expect(report).toContain('<error message="no template">no template</error>');
});

test("GitHub is told where", () => {
  expect(reportResults("github", RUN, OPTIONS)).toBe(
    "::error file=b.yaml,line=3,title=x::m\n" +
      "::error file=a/suite.yaml,line=7,title=owners%3A b<ad>::want: 1%0Agot, 2\n" +
      "::error file=a/suite.yaml,line=20,title=broken::no template\n",
  );
});

test("programs are told everything", () => {
  expect(JSON.parse(reportResults("json", RUN, OPTIONS))).toMatchObject({
    suites: [SUITE],
    problems: [{ file: "b.yaml" }],
    summary: { passed: 1, failed: 1, error: 1, skipped: 1 },
  });
});

test.each(TEST_FORMATS)("%s holds nothing where nothing was run", (format) => {
  expect(() => reportResults(format, { suites: [], problems: [] }, OPTIONS)).not.toThrow();
});

test("coverage is told by template, with the lines that nobody has evaluated", () => {
  const coverage = [
    { file: "a.yaml", covered: [3, 4, 5], uncovered: [7] },
    { file: "b.yaml", covered: [1], uncovered: [] },
  ];
  const run: RunResult = { suites: [], problems: [], coverage };
  expect(reportResults("text", run, OPTIONS)).toContain(
    "\ncoverage: 80.0% of the lines of 2 templates\n  a.yaml: 75.0%, not evaluated: line 7\n  b.yaml: 100.0%\n",
  );
  expect(JSON.parse(reportResults("json", run, OPTIONS)).coverage).toEqual(coverage);
});
