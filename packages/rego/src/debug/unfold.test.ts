import { expect, test } from "vitest";
import { compileRego } from "../index.js";
import { definitionsIn, unfoldedText } from "./unfold.js";

test.each([
  ['p if startswith(input.a, "x")', ["input.a", 'startswith(input.a, "x")']],
  ["p if count(input.xs) + 1 > 3", ["input.xs", "count(input.xs)", "count(input.xs) + 1", "(count(input.xs) + 1) > 3"]],
  ["p if input.a in input.b", ["input.a", "input.b", "input.a in input.b"]],
  ["p if input.a != input.b.c", ["input.a", "input.b.c", "input.a != input.b.c"]],
  ["p if { x := input.a; x > 1 }", ["x = input.a", "x > 1"]],
])("the literals of %s are told as the source has them", (rule, expected) => {
  const compiled = compileRego([{ file: "a", source: `package a\n\n${rule}\n` }]);
  const body = (compiled.ok && compiled.value.modules[0]?.rules[0]?.body) || [];
  const definitions = definitionsIn(body);
  expect(body.map((literal) => unfoldedText(literal, definitions))).toStrictEqual(expected);
});
