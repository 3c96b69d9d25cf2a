import { compileRego } from "@ostiary/rego";
import { describe, expect, test } from "vitest";
import { findTests } from "./find-tests.js";
import { type RegoTestResult, runTests } from "./run-tests.js";

const run = (rules: string, coverage: "on" | "off" = "off", timeout = 5_000) => {
  const policy = compileRego([{ file: "a_test.rego", source: `package a\n\n${rules}\n` }], { printing: "on" });
  if (!policy.ok) throw new Error(policy.errors[0]?.message);
  let time = 0n;
  const now = (): bigint => {
    time += 5n;
    return time;
  };
  const options = { data: { limit: 3 }, sources: {}, timeout, coverage, now };
  return runTests(policy.value, findTests(policy.value.modules), options);
};

const resultOf = (rules: string, timeout?: number): RegoTestResult | undefined => run(rules, "off", timeout).results[0];

describe("a test", () => {
  test.each<[rules: string, outcome: RegoTestResult["outcome"]]>([
    ["test_x if data.limit == 3", "passed"],
    ["test_x := 0", "passed"],
    ["test_x := false", "failed"],
    ["test_x if data.limit == 4", "failed"],
    ["todo_test_x if false", "skipped"],
    ["test_x := 1\n\ntest_x := 2", "error"],
    ["test_x contains 1", "passed"],
    ["test_x[name] if { some name, c in {}; c }", "failed"],
    ['test_x[name] if { some name, c in {"a": true, "b": true}; c }', "passed"],
    ['test_x[name] if { some name, c in {"a": true, "b": false}; c }', "failed"],
    ['test_x[name] := c if { some name, c in {"a": true, "b": false} }', "failed"],
  ])("%j ends as %s", (rules, outcome) => {
    expect(resultOf(rules)?.outcome).toBe(outcome);
  });

  test("that fails tells why, takes its time and prints", () => {
    expect(resultOf('test_x if { print("here"); data.limit > 3 }')).toMatchObject({
      query: "data.a.test_x",
      duration: 5,
      printed: ["here"],
      reason: expect.stringContaining("line 3: data.limit > 3\n    data.limit is 3\n"),
    });
  });

  test("of several cases tells which failed", () => {
    expect(resultOf('test_x[name] if { some name, c in {"a": true, "b": false}; c }')).toMatchObject({
      cases: [
        ["a", true],
        ["b", false],
      ],
      reason: "failed cases: b\n",
    });
  });

  test("that takes too long is an error", () => {
    const result = resultOf("test_x if count([1 | numbers.range(1, 9000)[_]; numbers.range(1, 9000)[_]]) > 1", 30);
    expect(result).toMatchObject({ outcome: "error", reason: expect.stringContaining("cancelled") });
  });
});

test("the lines that tests evaluate are counted over all tests", () => {
  expect(run("test_x if data.limit == 3\n\ntest_y if data.limit == 4", "on").coverage).toMatchObject({ percent: 100 });
  expect(run("test_x if true").coverage).toBeUndefined();
});
