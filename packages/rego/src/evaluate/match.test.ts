import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test.each<[string, string]>([
  ["f([x, y]) := [y, x]\np := f(input.pair)", "[2, 1]"],
  ["f([x, x]) := x\np := f(input.pair)", "undefined"],
  ["f([_, _]) := 1\np := f(input.pair)", "1"],
  ['f({"a": x}) := x\np := f(input.object)', "1"],
  ['f({"a": x, "b": _}) := x\np := f(input.object)', "undefined"],
  ['f([x, {"k": [y]}]) := [x, y]\np := f([1, {"k": [2]}])', "[1, 2]"],
  ["f([1, x]) := x\np := f(input.pair)", "2"],
  ["f({1, 2}) := 1\np := f({2, 1})", "1"],
  ["f(null) := 1\np := f(input.nothing)", "1"],
  ["f(1.0) := 1\np := f(1)", "1"],
  ["f([x]) := x\np := f(input.object)", "undefined"],
  ['f({"a": x}) := x\np := f(input.pair)', "undefined"],
  ["f(input.pair) := 1\np := f([1, 2])", "1"],
  ["p := x if { x := input.pair[_]; x = input.pair[1] }", "2"],
  ["p := x if { [{x}] = input.pair }", "undefined"],
  ["p if { x := input.pair; [y, z] := x; y + z == 3 }", "true"],
])("%s", (rego, expected) => {
  const input = { pair: [1, 2], object: { a: 1 }, nothing: null };
  expect(outcomeOf({ rego, query: "data.test.p", input })).toBe(expected);
});
