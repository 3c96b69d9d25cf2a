import { describe, expect, test } from "vitest";
import { outcomeOf, outcomeOfV0 } from "../../test/outcome-of.js";
import { toText } from "../index.js";
import type { Observer } from "./observer.js";

describe("partial rules collect all solutions (6.4, 6.5, 6.7)", () => {
  test.each<[string, string, string]>([
    ["a set", "p contains x if x := input.xs[_]", '{"p": {1, 2}}'],
    ["an empty set", "p contains x if x := input.none[_]", '{"p": set()}'],
    ["an object", 'p[k] := v if { some k, v in {"a": 1} }', '{"p": {"a": 1}}'],
    ["an empty object", "p[k] := 1 if { some k in input.none }", '{"p": {}}'],
    ["two definitions", "p contains 1\np contains 2", '{"p": {1, 2}}'],
    ["nested keys", "p[x].a[y] := 1 if { some x, y in input.xs }", '{"p": {0: {"a": {1: 1}}, 1: {"a": {2: 1}}}}'],
    ["a set at the end", "p[x] contains y if { some x, y in input.xs }", '{"p": {0: {1}, 1: {2}}}'],
    ["static and dynamic parts", 'p.a := 1\np[x] := 2 if { x := "b" }', '{"p": {"a": 1, "b": 2}}'],
    ["sets that meet", 'p[q].r contains 1 if { q := "b" }\np.b.r contains 2', '{"p": {"b": {"r": {1, 2}}}}'],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, input: { xs: [1, 2] } })).toBe(expected);
  });

  test("v0 reads `p[x]` as a set", () => {
    expect(outcomeOfV0({ rego: "p[x] { x := input[_] }", input: ["a"] })).toBe('{"p": {"a"}}');
  });

  test.each<[string, string]>([
    ["different values for a key", "p[k] := v if { k := 1; v := input[_] }"],
    ["a value where a rule needs an object", 'p[q] := 1 if { q := "a" }\np.a.b := 2'],
    ["a value in the extent of another rule", 'p[q].r := {"s": 1} if { q := "q" }\np.q.r.s := 2'],
    ["a static key with several values", "p.a := input[_]\np[x] := 1 if { x := 2 }"],
  ])("%s are a conflict", (_title, rego) => {
    expect(outcomeOf({ rego, input: [1, 2] })).toContain("object keys must be unique");
  });
});

describe("asked for one key, only that key is evaluated", () => {
  const rego = 'p[k] := v if { some k, v in {"a": 1, "b": input[_]} }';
  test("a conflict elsewhere does not show", () => {
    expect(outcomeOf({ rego, query: "data.test.p.a", input: [1, 2] })).toBe("1");
  });

  test("a key without solution is undefined", () => {
    expect(outcomeOf({ rego, query: "data.test.p.c", input: [1] })).toBe("undefined");
  });

  test("composite keys are matched before the body", () => {
    const pairs = "p[[x, y]] := z if { some x, y in input; z := x + y }";
    expect(outcomeOf({ rego: pairs, query: "data.test.p[[0, 5]]", input: [5] })).toBe("5");
  });

  test("keys that only the body gives are looked up in it", () => {
    const objects = "p[{k: 1}] := 2 if { some k in input }";
    expect(outcomeOf({ rego: objects, query: 'data.test.p[{"a": 1}]', input: ["a"] })).toBe("2");
  });
});

describe("an observer learns whether a definition gave anything", () => {
  test.each<[string, string, string[]]>([
    ["members of a set, the last one", "p contains x if x := input[_]\np contains 5 if false", ["3 2", "4 undefined"]],
    ["values of an object", 'p[k] := v if { k := "a"; v := input[_] > 0 }', ["3 true"]],
    ["a head that is undefined", "p contains input.none", ["3 undefined"]],
    [
      "no solution after one of another definition",
      "p contains 5\np contains x if x := input.none",
      ["3 5", "4 undefined"],
    ],
  ])("%s", (_title, rego, expected) => {
    const rules: string[] = [];
    const exitRule: Observer["exitRule"] = (rule, value) =>
      rules.push(`${rule.location.row} ${value === undefined ? "undefined" : toText(value)}`);
    outcomeOf({ rego, input: [1, 2], observer: { exitRule } });
    expect(rules).toStrictEqual(expected);
  });
});
