import { compileRego, fromJson } from "@ostiary/rego";
import { describe, expect, test } from "vitest";
import { CaseWatch, casesIn } from "./case-watch.js";

const casesOf = (rules: string): readonly string[] => {
  const policy = compileRego([{ file: "a.rego", source: `package a\n\n${rules}\n` }]);
  const observer = new CaseWatch("test_x");
  if (policy.ok) policy.value.evaluate("data.a.test_x", { observer });
  return [...observer.seen];
};

describe("cases are seen whether their bodies succeed or not", () => {
  test.each<[rules: string, cases: string[]]>([
    ['test_x[note] if { some note, c in {"a": 1, "b": 2}; c > 1 }', ["a", "b"]],
    [
      'test_x[kind][note] if { some kind in ["p", "q"]; some note, c in [1, 2]; c > 1 }',
      ["p / 0", "p / 1", "q / 0", "q / 1"],
    ],
    ['test_x["fixed"] if { 1 == 1 }', ["fixed"]],
    ["test_x if { some note in [1] }", []],
    ["test_x if { other[1] }\n\nother[note] if { some note in [1] }", []],
  ])("%s", (rules, cases) => {
    expect(casesOf(rules)).toEqual(cases);
  });
});

test("the cases of a result are its members, at any depth", () => {
  expect(casesIn(fromJson({ a: true, b: { c: false, d: 1 } }) ?? null)).toEqual([
    ["a", true],
    ["b / c", false],
    ["b / d", true],
  ]);
  expect([casesIn(true), casesIn([false]), casesIn({})]).toEqual([[["", true]], [["", true]], []]);
});
