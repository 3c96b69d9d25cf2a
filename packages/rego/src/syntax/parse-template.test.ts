import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test.each<[string, string]>([
  ['$"a {x} b"', '"a 1 b"'],
  ['$"{x}{x}"', '"11"'],
  ['$"\\{x}"', '"{x}"'],
  ["$`a\n{x}`", '"a\\n1"'],
  ['$"{[1, "a"]}"', '"[1, \\"a\\"]"'],
  ['$"{"plain"}"', '"plain"'],
  ['$"{input.none}"', '"<undefined>"'],
  ['$"{input.z with input.z as 3}"', '"3"'],
  ['$"{$"inner {x}"}"', '"inner 1"'],
  ['$""', '""'],
])("%s", (template, expected) => {
  expect(outcomeOf({ rego: `p := ${template} if x := 1\nx := 1`, query: "data.test.p" })).toBe(expected);
});

test.each<[string, string]>([
  ['$"{not x}"', "unexpected negation ('not') in template-string expression"],
  ['$"{x = 1}"', "unexpected unification ('=') in template-string expression"],
  ['$"{x := 1}"', "unexpected assignment (':=') in template-string expression"],
  ['$"{some x in y}"', "unexpected 'some' in template-string expression"],
  ['$"{every x in y { x }}"', "unexpected 'every' in template-string expression"],
  ['$"{}"', "invalid template-string expression"],
  [String.raw`$"a\u12{x}"`, String.raw`illegal template-string part: "a\u12{`],
  [String.raw`$"{x}a\u123"`, String.raw`illegal template-string part: }a\u123"`],
  ['$"{x', "expected } to end template string expression"],
])("%s is an error", (template, expected) => {
  expect(outcomeOf({ rego: `p := ${template}` })).toContain(expected);
});

test("more than one value for an expression is a conflict", () => {
  expect(outcomeOf({ rego: 'p := $"{input[_]}"', input: [1, 2] })).toContain(
    "eval_conflict_error: template-strings must not produce multiple outputs",
  );
});
