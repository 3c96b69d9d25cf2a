import { describe, expect, test } from "vitest";
import { outcomeOf, outcomeOfV0 } from "../../test/outcome-of.js";

const query = "data.test.p";

describe("declared names belong to their scope (7.1)", () => {
  test.each<[string, string, string]>([
    ["a comprehension shadows its body", "p := [x, y] if { x := 1; y := [x | x := 2] }", "[1, [2]]"],
    ["an undeclared variable is one with that of the outer body", "p := y if { x = 1; y := [x | true] }", "[1]"],
    ["a declared name shadows a rule", "p := x if { x := 1 }\nx := 2", "1"],
    ["unification does not declare", "p if { x = 2 }\nx := 2", "true"],
    ["an argument shadows a rule", "f(x) := x\nx := 2\np := f(1)", "1"],
    ["some shadows an outer variable", "p := y if { x := 1; y := [x | some x in [3]] }", "[3]"],
    ["every shadows", "p if { x := 1; every x in [5] { x == 5 }; x == 1 }", "true"],
    ["some before use", "p := x if { some x; input[x] }", "0"],
    ["some with a pattern", "p := x if { some [x, 2] in [[1, 2]] }", "1"],
    ["some with key and value", "p := [k, v] if { some k, v in [7] }", "[0, 7]"],
    ["a domain that needs evaluation", "p := x if { some x in numbers.range(3, 3) }", "3"],
    ["an object pattern", 'p := x if { {"a": x} := {"a": 1} }', "1"],
    ["an array pattern with a wildcard", "p := x if { [x, _] := [1, 2] }", "1"],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, query, input: [true] })).toBe(expected);
  });

  test.each<[string, string]>([
    ["p if { x := 1; x := 2 }", "3:16 rego_compile_error: var x assigned above"],
    ["p if { some x, x; x = 1 }", "3:8 rego_compile_error: var x declared above"],
    ["p if { x = 1; x := 2 }", "3:15 rego_compile_error: var x referenced above"],
    ["p if { some x; true }", "3:8 rego_compile_error: declared var x unused"],
    ["p if { input.x := 1 }", "3:8 rego_compile_error: cannot assign to ref"],
    ["p if { 1 := 1 }", "3:8 rego_compile_error: cannot assign to number"],
    ["p if { [x, 1] := [1, 1] }", "3:12 rego_compile_error: cannot assign to number"],
    ["p if { not x := 1 }", "3:8 rego_compile_error: cannot assign vars inside negated expression"],
    ["f(count(x)) := 1", "3:3 rego_compile_error: rule arguments cannot contain calls"],
    ["f(x) := 1 if { x := 2 }", "3:16 rego_compile_error: arg x redeclared"],
    ["f(x) := 1 if { some x; x = 2 }", "3:16 rego_compile_error: arg x redeclared"],
    ["p if { x := 1; some x in [2] }", "3:16 rego_compile_error: var x assigned above"],
    ["p if { every x, x in [1] { y := 1; y := 2 } }", "0:0 rego_compile_error: var x declared above"],
    ["p if every x in [1] { true }", "3:23 rego_compile_error: declared var x unused"],
  ])("%s is an error", (rego, expected) => {
    expect(outcomeOf({ rego })).toBe(expected);
  });

  test("a body of declarations only is true", () => {
    expect(outcomeOfV0({ rego: "p[x] { some x; x = 1 }", query })).toBe("{1}");
  });
});
