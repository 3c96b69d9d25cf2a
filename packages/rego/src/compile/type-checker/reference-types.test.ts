import { expect, test } from "vitest";
import { outcomeOf } from "../../../test/outcome-of.js";
import { compileRego } from "../../index.js";

test.each<[string, string]>([
  ['x := {"a": 1}\np := x.b', "4:6 rego_type_error: undefined ref: data.test.x.b"],
  ['x := {"a": {"b": 1}}\np := x.a.c', "4:6 rego_type_error: undefined ref: data.test.x.a.c"],
  ["x := 1\np := x.a", "4:6 rego_type_error: undefined ref: data.test.x.a"],
  ['x := "abc"\np := x[0]', "4:6 rego_type_error: undefined ref: data.test.x[0]"],
  ['x := [1, 2]\np := x["a"]', "4:6 rego_type_error: undefined ref: data.test.x.a"],
  ["f(x) := x\np := f", "4:6 rego_type_error: function data.test.f used as reference, not called"],
  ['p := [y | x := "a"; y := [1][x]]', "rego_type_error: undefined ref: "],
  ["p if { x := 1; x.a }", "3:16 rego_type_error: undefined ref: x.a"],
  ['s contains "a"\np if s[1]', "4:6 rego_type_error: undefined ref: data.test.s[1]"],
  ["p if every x in [1] { r.a == x }\nr := 1", "3:23 rego_type_error: undefined ref: data.test.r.a"],
])("%j", (rego, expected) => {
  expect(outcomeOf({ rego })).toContain(expected);
});

test.each<[string]>([
  ["p := data.other.x.y"],
  ["p := input.a.b.c"],
  ["p := data.test.nothing"],
  ["p := [x | data.test[x]]\nq := 1".replace("data.test[x]", "data.other[x]")],
  ['p := x[i] if { x := {"a": 1}; some i in ["a"] }'],
])("%j is fine", (rego) => {
  expect(outcomeOf({ rego })).not.toContain("error");
});

test.each<[string, readonly string[]]>([
  [
    'x := {"a": 1, "b": 2}\np := x.c',
    ["data.test.x.c", "            ^", '            have: "c"', '            want (one of): ["a" "b"]'],
  ],
  ["x := 1\np := x.a", ["data.test.x.a", "^^^^^^^^^^^", "have: number"]],
  [
    'x := [1]\np := x["a"]',
    ["data.test.x.a", "            ^", '            have: "a"', "            want (type): number"],
  ],
  ['p if { k := 1; x := {"a": 1}; x[k] }', ["x[k]", "  ^", "  have (type): number", '  want (one of): ["a"]']],
  ["f(x) := x\np := f", ["data.test.f", "^^^^^^^^^^^", "have: (any) => any"]],
  [
    'p if { x := {[1]}; x[["a"]] }',
    ['x[["a"]]', "  ^", "  have (type): array<string>", "  want (type): array<number>"],
  ],
])("%j is shown with its types", (rego, details) => {
  const compiled = compileRego([{ file: "a.rego", source: `package test\n\n${rego}` }]);
  expect(compiled.ok ? [] : compiled.errors[0]?.details).toStrictEqual(details);
});

test("the names of a package are shown where a key cannot be one", () => {
  const compiled = compileRego([
    { file: "a.rego", source: "package test\n\np if { x := {1}; data.lib[x] }" },
    { file: "b.rego", source: "package lib\n\nq := 1\n\na := 2" },
  ]);
  expect(compiled.ok ? [] : compiled.errors[0]?.details).toStrictEqual([
    "data.lib[x]",
    "         ^",
    "         have (type): set[number]",
    '         want (one of): ["a" "q"]',
  ]);
});
