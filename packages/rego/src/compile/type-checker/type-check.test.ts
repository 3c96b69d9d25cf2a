import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../test/outcome-of.js";

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
  ['r := 1\np := concat("", [r, "x"])', "4:6 rego_type_error: concat: invalid argument(s)"],
])("release 1.22 knows more of %j", (rego, error) => {
  expect(outcomeOf({ rego, compile: { reference: "1.22" } })).toBe(error);
  expect(outcomeOf({ rego, input: {} })).not.toContain("error");
});

test("release 1.22 lets an object lack a key where either type is open", () => {
  const rego = 'x := {"op": "add"}\np := json.patch({}, [x])';
  expect(outcomeOf({ rego, compile: { reference: "1.22" } })).not.toContain("rego_type_error");
  expect(outcomeOf({ rego })).toContain("json.patch: invalid argument(s)");
});
