import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../test/outcome-of.js";
import { compileRego } from "../../index.js";

describe("what can never be true is an error (7.4)", () => {
  test.each<[string, string]>([
    ["p := count(1)", "3:6 rego_type_error: count: invalid argument(s)"],
    ['p := 1 + "a"', "3:6 rego_type_error: plus: invalid argument(s)"],
    ["p := {1} | [2]", "3:6 rego_type_error: or: invalid argument(s)"],
    ['p if 1 == "a"', "3:6 rego_type_error: match error"],
    ['p if [1, 2] = {"a": 1}', "3:6 rego_type_error: match error"],
    ['x := "a"\np if x == 1', "4:6 rego_type_error: match error"],
    ["r := false\nz := count(r)", "4:6 rego_type_error: count: invalid argument(s)"],
    ['f(x) := "a" if x == 1\np if f(1) == 2', "4:6 rego_type_error: match error"],
    ["p := [x | x := count(1)]", "3:16 rego_type_error: count: invalid argument(s)"],
    ["p if some x in 5", "3:6 rego_type_error: match error"],
    ["p if every x in [1] { count(1) == x }", "{}"],
  ])("%j", (rego, expected) => {
    expect(outcomeOf({ rego })).toBe(expected);
  });

  test("release 1.22 accepts iteration over a scalar", () => {
    expect(outcomeOf({ rego: "p if some x in 5", compile: { reference: "1.22" } })).toBe("{}");
  });

  test("errors come in the order of their places, a rule with errors causes no others", () => {
    expect(outcomeOf({ rego: "b := count(a)\na := count(1)\nc := count(2)" })).toBe(
      "4:6 rego_type_error: count: invalid argument(s)\n5:6 rego_type_error: count: invalid argument(s)",
    );
  });
});

describe("what could be true is accepted", () => {
  test.each<[string, string]>([
    ["p if input.a == 1", "{}"],
    ["p := count(input.x)", "{}"],
    ['x := [1, "a"][_] if input.a\np if x == 1', "{}"],
    ["p contains x if data.base[x] = 1\nq if p.anything", '{"p": set()}'],
    ['p := [y, x] if { some y, {"c": x} in data.base }', "{}"],
    ["p := {x: y | z = {i: q | i = data.b[q]}; x = z[y]}", '{"p": {}}'],
  ])("%j", (rego, expected) => {
    expect(outcomeOf({ rego })).toBe(expected);
  });
});

test.each<[string, string]>([
  ['r := object.union(input.a, {"b": 1})\np := contains("a", r)', "4:6 rego_type_error: contains: invalid argument(s)"],
  ["r := object.subset({1}, {2})\np := r & {1}", "4:6 rego_type_error: and: invalid argument(s)"],
  ['r := json.remove(input.a, ["b"])\np := lower(r)', "4:6 rego_type_error: lower: invalid argument(s)"],
])("release 1.22 knows more of %j", (rego, error) => {
  expect(outcomeOf({ rego, compile: { reference: "1.22" } })).toBe(error);
  expect(outcomeOf({ rego, input: {} })).not.toContain("error");
});

test("an object may lack a key where either type is open", () => {
  const rego = 'x := {"op": "add"}\np := json.patch({}, [x])';
  expect(outcomeOf({ rego })).toBe('{"x": {"op": "add"}}');
});

test("an argument is looked at as a whole before its parts", () => {
  expect(outcomeOf({ rego: 'r := 1\np := concat("", [r, "x"])' })).toBe(
    "4:6 rego_type_error: concat: invalid argument(s)",
  );
});

test.each<[string, string]>([
  ["f(a) := 1 if { some x in {a}; x }", "ok"],
  ["f(a) := 1 if { x := {a: y | y := a}; x }", "ok"],
  ['o[x] := 1 if x := 2\no["x"] := 2\np := o.a', "ok"],
  ['o.x.e := 1\no[k].e := k if k := 1\np := o["1"]', "ok"],
  ["o[x] := 1 if x := 2\np := o.a", "4:6 undefined ref: data.test.o.a"],
  ['o[x] := 1 if x := 2\no["x"] := input.x if input.y\np := o.a', "ok"],
  ["f(a) := 1 if sort([a | input.x])", "ok"],
  ["f(a) := 1 if object.keys({a: a | input.x})", "ok"],
  ["f := 1\np if f(1)", "4:6 undefined function data.test.f"],
  ["f := input.x\np if f(1)", "ok"],
  ["f if f(1)", "3:1 rule data.test.f is recursive: data.test.f -> data.test.f"],
  ["f(1) := 1 + true\np := f(1)", "3:9 plus: invalid argument(s)"],
  ["f(1) := 1 + true\nf(2) := 2\np := f(1)", "3:9 plus: invalid argument(s)\n5:6 undefined function data.test.f"],
  ["f(2) := 2\nf(1) := 1 + true\np := f(1)", "4:9 plus: invalid argument(s)"],
  ['p if { x = sort(input.xs); {"a", x} - x }', "3:28 minus: invalid argument(s)"],
  ["p if [x | x := 1 + true] == [y | y := 2 + true]", "3:39 plus: invalid argument(s)"],
])("OPA 1.17 says of the types of %j", (rego, expected) => {
  const compiled = compileRego([{ file: "a.rego", source: `package test\n\n${rego}\n` }]);
  const errors = compiled.ok ? [] : compiled.errors.map(({ row, column, message }) => `${row}:${column} ${message}`);
  expect(errors.length === 0 ? "ok" : errors.join("\n")).toBe(expected);
});
