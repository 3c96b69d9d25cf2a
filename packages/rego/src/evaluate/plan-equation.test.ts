import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

const query = "data.test.p";

describe("unification binds what is open on either side (8.4)", () => {
  test.each<[string, string, string]>([
    ["a variable", "p := x if x = 1", "1"],
    ["the other side", "p := x if 1 = x", "1"],
    ["arrays", "p := [x, y] if [x, 2] = [1, y]", "[1, 2]"],
    ["through another variable", "p := [x, y] if { x = y; y = 3 }", "[3, 3]"],
    ["nested arrays", "p := x if [[x], 2] = [[1], 2]", "1"],
    ["objects", 'p := [x, y] if {"a": x, "b": 2} = {"a": 1, "b": y}', "[1, 2]"],
    ["crosswise", "p := [x, y, z] if [x, [y, 1]] = [z, [2, z]]", "[1, 2, 1]"],
    ["arrays of different lengths", "p := x if [x] = input.xs", "undefined"],
    ["objects with other keys", 'p := x if {"z": x} = input.o', "undefined"],
    ["a mismatch", "p if [1, 2] = input.xs", "undefined"],
    ["a set as a value", "p if {1, 2} = {2, 1}", "true"],
    ["a number by value", "p if 1.0 = 1", "true"],
    ["an iteration", "p contains x if x = input.xs[_]", "{7, 8, 9}"],
    ["an iteration against a constant", "p := i if input.xs[i] = 8", "1"],
    ["a bound variable against an iteration", "p := i if { x := 9; x = input.xs[i] }", "2"],
    ["two iterations", "p contains [i, j] if input.xs[i] = input.ys[j]", "{[1, 0], [2, 1]}"],
    ["an iteration against a lookup that it binds", "p := i if input.xs[i] = input.ys[i]", "undefined"],
    ["a pattern against an iteration", "p contains x if [x, _] = input.pairs[_]", "{1, 3}"],
    ["a missing side", "p := x if x = input.none", "undefined"],
  ])("%s", (_title, rego, expected) => {
    const input = { xs: [7, 8, 9], ys: [8, 9], o: { a: 1 }, pairs: [[1, 2], [3, 4], [5]] };
    expect(outcomeOf({ rego, query, input })).toBe(expected);
  });
});
