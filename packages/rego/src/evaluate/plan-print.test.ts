import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

function printed(rego: string, input: unknown): readonly string[] {
  const lines: string[] = [];
  outcomeOf({ rego, input, compile: { printing: "on" }, print: ({ text, row }) => lines.push(`${row}: ${text}`) });
  return lines;
}

test.each<[string, string, unknown, readonly string[]]>([
  ["strings plain, other values as text", 'p if print("a", ["b"], 1)', {}, ['3: a ["b"] 1']],
  ["an undefined operand", "p if print(input.none)", {}, ["3: <undefined>"]],
  ["every combination of several values", "p if print(walk(input), 1)", ["x"], ['3: [[], ["x"]] 1', '3: [[0], "x"] 1']],
  ["a variable of every", "p if every x in input { print(x) }", [1, 2], ["3: 1", "3: 2"]],
  ["no operand", "p if print()", {}, ["3: "]],
  ["inside a comprehension", 'p := [x | x := input[_]; print("at", x)]', ["y"], ["3: at y"]],
  ["inside a function", 'f(x) := x if print("f", x)\np := f(1)', {}, ["3: f 1"]],
])("print shows %s (9.8)", (_title, rego, input, expected) => {
  expect(printed(rego, input)).toStrictEqual(expected);
});

test("with printing off nothing is evaluated", () => {
  expect(outcomeOf({ rego: 'p if { print("x", 1 / 0); true }', query: "data.test.p", strictBuiltinErrors: true })).toBe(
    "true",
  );
});
