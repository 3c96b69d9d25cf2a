import { describe, expect, test } from "vitest";
import { compileRego, toText } from "../index.js";

const policy = compileRego([{ file: "a.rego", source: "package a\n\np contains x if x := input[_]\n" }]);

function answers(query: string, input: unknown, mode: "values" | "conditions" = "values"): readonly string[] {
  if (!policy.ok) return ["not compiled"];
  const prepared = policy.value.prepare(query, { mode });
  if (!prepared.ok) return prepared.errors.map(({ code, message }) => `${code}: ${message}`);
  const results = prepared.value.evaluate({ input });
  if (!results.ok) return results.errors.map(({ message }) => message);
  return results.value.map(({ bindings, expressions }) => {
    const names = [...bindings].map(([name, value]) => `${name}=${toText(value)}`);
    return [...names, ...expressions.map(toText)].join(" ");
  });
}

describe("a query's solutions are its variables and the values of its literals", () => {
  test.each<[string, readonly string[]]>([
    ["data.a.p[x]", ["x=1 1", "x=2 2"]],
    ["x := 1; y = x + 1", ["x=1 y=2 true true"]],
    ["1 == 2", ["false"]],
    ["input[_]", ["2", "1"]],
    ["input[i]; i > 0", ["i=1 1 true"]],
    ["not input[5]", ["true"]],
    ["every x in input { x > 0 }", ["true"]],
    ["some x in input", ["x=2 true", "x=1 true"]],
    ["data.none", []],
    ["x", ["rego_unsafe_var_error: var x is unsafe"]],
    ["count(1)", ["rego_type_error: count: invalid argument(s)"]],
    ["nope(1)", ["rego_type_error: undefined function nope"]],
  ])("%s", (query, expected) => {
    expect(answers(query, [2, 1])).toStrictEqual(expected);
  });

  test("as conditions, literals that are false have no solution", () => {
    expect(answers("1 == 2", [], "conditions")).toStrictEqual([]);
    expect(answers("input[x]", [7], "conditions")).toStrictEqual(["x=0 true"]);
  });
});
