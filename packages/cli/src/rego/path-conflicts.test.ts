import { compileRego, type Value } from "@ostiary/rego";
import { expect, test } from "vitest";
import { findPathConflicts } from "./path-conflicts.js";

const conflicts = (rules: string, data: Value): readonly string[] => {
  const policy = compileRego([{ file: "a.rego", source: `package a.b\n\n${rules}\n` }]);
  return findPathConflicts(policy.ok ? policy.value.modules : [], data).map(({ row, message }) => `${row}: ${message}`);
};

test.each<[rules: string, data: Value]>([
  ["p := 1", { a: { b: { p: 2 } } }],
  ["p := 1", { a: { b: { p: null } } }],
  ["p := 1", { a: "in the way" }],
  ["p contains 1", { a: { b: { p: { c: 1 } } } }],
  ["p.q := 1", { a: { b: { p: { q: 1 } } } }],
])("%s cannot stand beside %j", (rules, data) => {
  expect(conflicts(rules, data)).toEqual([
    expect.stringMatching(/^3: conflicting rule for data path a\/b\/p(\/q)? found$/),
  ]);
});

test.each<[rules: string, data: Value]>([
  ["p := 1", {}],
  ["p := 1", { a: { b: { q: 2 } } }],
  ["p := 1", { a: { b: { p: {} } } }],
  ["p.q := 1", { a: { b: { p: { r: 1 } } } }],
  ["p[x] := 1 if some x in [1]", { a: { b: {} } }],
  ["constructor := 1", { a: { b: {} } }],
])("%s can stand beside %j", (rules, data) => {
  expect(conflicts(rules, data)).toEqual([]);
});

test("a path is told once", () => {
  expect(conflicts("p if input.x\n\np if input.y", { a: { b: { p: 1 } } })).toHaveLength(1);
});
