import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

describe("with changes documents for one literal (9.2)", () => {
  test.each<[string, string, string]>([
    ["input", 'p := x if x := q with input as {"a": 2}\nq := input.a', "2"],
    ["a part of input", "p := x if x := q with input.a.b as 5\nq := input", '{"a": {"b": 5}, "z": 1}'],
    ["an undefined value", "p if true with input as input.none", "undefined"],
    [
      "the literal after it sees the old input",
      "p := [x, y] if { x := input.z with input.z as 9; y := input.z }",
      "[9, 1]",
    ],
    [
      "solutions come back to the old input",
      "p := [[x, input.z] | x := input.xs[_] with input.xs as [7, 8]]",
      "[[7, 1], [8, 1]]",
    ],
    ["a rule", "p := x if x := q with data.test.q as 3\nq := 1", "3"],
    ["a package", 'p := x if { x := data.other.v with data.other as {"v": 4} }', "4"],
    ["base data", "p := x if x := data.base.k with data.base.k as 6", "6"],
    ["iteration over a replaced rule", "p := [x | x := q[_] with data.test.q as [1, 2]]\nq := [3]", "[1, 2]"],
    ["a later modifier overrides", "p := x if x := input with input.a as 1 with input as 2", "2"],
    [
      "a later modifier replaces a scalar of an earlier one",
      "p := x if x := input.a with input.a as 1 with input.a.b as 2",
      '{"b": 2}',
    ],
    ["negation", "p if not input.z with input as {}", "true"],
    ["values are found outside", "p := [x, y] if { [x, y] := [input.z, input.y] with input.y as input.z }", "[1, 1]"],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, query: "data.test.p", input: { z: 1 } })).toBe(expected);
  });

  test("a scalar on the way into the real input is an error", () => {
    const rego = "p := x if x := input with input.z.b as 1";
    expect(outcomeOf({ rego, query: "data.test.p", input: { z: 1 } })).toBe(
      "3:22 eval_with_merge_error: real and replacement data could not be merged",
    );
  });
});

describe("with replaces functions (9.3)", () => {
  test.each<[string, string, string]>([
    ["a builtin by a function", "p := x if x := count([1]) with count as mock\nmock(_) := 9", "9"],
    ["a builtin by a value", "p := x if x := count([1]) with count as 7", "7"],
    ["a builtin by a builtin", 'p := x if x := upper("aB") with upper as lower', '"ab"'],
    ["a function by a function", "f(x) := 1\ng(x) := 2\np := x if x := f(0) with f as g", "2"],
    ["a function by a builtin", "f(x) := 1\np := x if x := f([1, 2]) with f as count", "2"],
    ["a function by a value", "f(x) := 1\np := x if x := f(0) with data.test.f as 5", "5"],
    ["calls far away", "p := x if x := q with count as 3\nq := r\nr := count([])", "3"],
    [
      "inside the mock the original is called",
      "p := x if x := count([1]) with count as mock\nmock(x) := count(x) + 10",
      "11",
    ],
    ["a rule as value", "p := x if x := count([]) with count as value\nvalue := 4", "4"],
    ["undefined arguments", "p := x if x := count(input.none) with count as 3", "undefined"],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, query: "data.test.p" })).toBe(expected);
  });
});

test("a path with a number is no place in a document", () => {
  expect(outcomeOf({ rego: "p if { q with input[0].x as 1 }\nq := 1", input: {} })).toBe(
    "3:8 eval_conflict_error: bad document path",
  );
});
