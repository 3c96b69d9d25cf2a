import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

describe("names stand for rules, imports, documents or variables (5)", () => {
  test.each<[string, readonly string[], string]>([
    ["a rule of the package in another module", ["package test\n\np := q\n", "package test\n\nq := 1\n"], "1"],
    ["an import", ["package test\nimport data.lib.q\n\np := q\n", "package lib\n\nq := 1\n"], "1"],
    ["an alias", ["package test\nimport data.lib as l\n\np := l.q\n", "package lib\n\nq := 1\n"], "1"],
    ["an imported function", ["package test\nimport data.lib.f\n\np := f(1)\n", "package lib\n\nf(x) := x\n"], "1"],
    ["an import of input", ["package test\nimport input.a as q\n\np := q\n"], "1"],
    ["an import before a rule of the same name", ["package test\nimport input.a as q\n\nq := 2\n\np := q\n"], "1"],
    ["a rule that shadows a builtin", ["package test\n\ncount(_) := 1\n\np := count([])\n"], "1"],
    ["a local name before a rule", ["package test\n\nq := 2\n\np := q if q := 1\n"], "1"],
    ["a rule inside brackets", ['package test\n\nk := "a"\n\np := input[k]\n'], "1"],
    [
      "a rule inside every and comprehensions",
      ["package test\n\nq := 1\n\np := [q | every x in [1] { x == q }][0]\n"],
      "1",
    ],
    ["a rule as with value", ["package test\n\nq := 1\n\np := x if x := input.z with input.z as q\n"], "1"],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, query: "data.test.p", input: { a: 1 } })).toBe(expected);
  });

  test.each(["f(a.b) := 1", "f([a.b]) := 1"])("no name in an argument stands for a rule: %s", (rego) => {
    expect(outcomeOf({ rego: `${rego}\na := {"b": 1}` })).toContain("var a is unsafe");
  });

  test("arguments cannot be called input", () => {
    expect(outcomeOf({ rego: "f(input) := 1" })).toContain(
      "args must not shadow input (use a different variable name)",
    );
  });
});
