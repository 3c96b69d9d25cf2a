import { describe, expect, test } from "vitest";
import type { RegoTestResult } from "./run-tests.js";
import { TEST_FORMATS, writeTestReport } from "./test-report.js";

const result = (name: string, rest: Partial<RegoTestResult>): RegoTestResult => ({
  package: "data.a",
  name,
  query: `data.a.${name}`,
  file: "a_test.rego",
  row: 3,
  column: 1,
  isSkipped: false,
  outcome: "passed",
  duration: 1_234_567,
  printed: [],
  cases: [],
  ...rest,
});

const RESULTS = [
  result("test_yes", { printed: ["quiet"] }),
  result("test_no", {
    row: 5,
    outcome: "failed",
    reason: "why & how\n  further in\n",
    printed: ["one", "two <b>"],
    duration: 900,
  }),
  result("test_cases", {
    outcome: "failed",
    reason: "failed cases: b\n",
    cases: [
      ["a", true],
      ["b", false],
    ],
    duration: 45_600,
  }),
  result("todo_test_later", { outcome: "skipped", isSkipped: true, duration: 0 }),
  result("test_broken", {
    outcome: "error",
    reason: "a_test.rego:9: eval_conflict_error: no\n",
    duration: 2_000_000_000,
  }),
];

const report = (format: string, results: readonly RegoTestResult[] = RESULTS, shown: "failures" | "all" = "failures") =>
  writeTestReport(format, results, { shown });

describe("for people", () => {
  test("what did not pass is told, and how many did", () => {
    expect(report("pretty")).toBe(`a_test.rego:5:
data.a.test_no: FAIL (900ns)

  why & how
    further in

  one
  two <b>

a_test.rego:3:
data.a.test_cases: FAIL (45.6µs)
  a: PASS
  b: FAIL

  failed cases: b

a_test.rego:3:
data.a.todo_test_later: SKIPPED
a_test.rego:3:
data.a.test_broken: ERROR (2s)

  a_test.rego:9: eval_conflict_error: no

--------------------------------------------------------------------------------
PASS: 1/5
FAIL: 2/5
SKIPPED: 1/5
ERROR: 1/5
`);
  });

  test("with all tests, those that passed are told too", () => {
    expect(report("pretty", RESULTS, "all")).toContain("data.a.test_yes: PASS (1.23ms)\n\n  quiet\n");
  });

  test("when all passed only their number is told", () => {
    expect(report("pretty", RESULTS.slice(0, 1))).toBe("PASS: 1/1\n");
  });
});

test("as JSON, in OPA's form", () => {
  expect(JSON.parse(report("json"))).toEqual([
    {
      location: { file: "a_test.rego", row: 3, col: 1 },
      package: "data.a",
      name: "test_yes",
      duration: 1_234_567,
      output: "cXVpZXQK",
    },
    {
      location: { file: "a_test.rego", row: 5, col: 1 },
      package: "data.a",
      name: "test_no",
      fail: true,
      duration: 900,
      explanation: ["why & how", "  further in"],
      output: "b25lCnR3byA8Yj4K",
    },
    expect.objectContaining({ name: "test_cases", cases: { a: true, b: false } }),
    expect.objectContaining({ name: "todo_test_later", skip: true }),
    expect.objectContaining({ name: "test_broken", error: "a_test.rego:9: eval_conflict_error: no" }),
  ]);
});

test("as JUnit, a suite for each package", () => {
  const text = report("junit", [...RESULTS, result("test_other", { package: "data.b" })]);
  expect(text).toContain('<testsuite name="data.a" tests="5" failures="2" errors="1" skipped="1">');
  expect(text).toContain(
    '<testcase name="test_other" classname="data.b" file="a_test.rego" line="3" time="0.001235"/>',
  );
  expect(text).toContain('<failure message="why &amp; how">why &amp; how\n  further in</failure>');
  expect(text).toContain("<system-out>one\ntwo &lt;b&gt;</system-out>");
  expect(text).toContain("      <skipped/>\n");
  expect(text).toContain('<error message="a_test.rego:9: eval_conflict_error: no">');
});

test("no tests are no lines, in any format", () => {
  expect(TEST_FORMATS.map((format) => report(format, []))).toEqual([
    "",
    "[]\n",
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary rego test">\n</testsuites>\n',
  ]);
  expect(report("xml")).toBe("");
});
