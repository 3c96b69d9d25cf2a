import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test.each<[string, string, string]>([
  ["input", "[i | input[i]]", "[0, 1]"],
  ["a rule", "[i | xs[i]]", "[0]"],
  ["base data", "[x | x := data.base[_]]", "[7, 8]"],
  ["rules and base data", "[k | data.other[k]]", '["ys", "zs"]'],
  ["a variable", "[x | ys := [5, 6]; x := ys[_]]", "[5, 6]"],
  ["a literal", "[i | [4, 5, 6][i]]", "[0, 1, 2]"],
])("a reference iterates over %s (8.3)", (_title, term, expected) => {
  const rego = [`package test\n\np := ${term}\n\nxs := [1]\n`, "package other\n\nys := 1\n"];
  const data = { base: [7, 8], other: { zs: 2 } };
  expect(outcomeOf({ rego, query: "data.test.p", input: [1, 2], data })).toBe(expected);
});

test("names of the prototype are no keys", () => {
  const rego = 'p := [x | x := input[k]; k in ["toString", "__proto__", "constructor"]]';
  expect(outcomeOf({ rego, query: "data.test.p", input: {} })).toBe("[]");
  const own = JSON.parse('{"__proto__": 1, "constructor": 2}');
  expect(outcomeOf({ rego: "p := [input.__proto__, input.constructor]", query: "data.test.p", input: own })).toBe(
    "[1, 2]",
  );
});
