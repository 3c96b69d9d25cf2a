import { expect, test } from "vitest";
import { parseQueryText } from "../syntax/parse-module.js";
import { printBody } from "../syntax/print-term.js";
import { equalsToUnify, separateDynamicTerms } from "./dynamic-terms.js";
import { mapLiteral } from "./map-terms.js";
import { NameSource } from "./name-source.js";

function separated(text: string, negatesWhole = false): string {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  if (!query.ok) return "not parsed";
  const body = separateDynamicTerms(query.value, { names: new NameSource(), negatesWhole });
  return printBody(body).replaceAll(/__local(\d+)__/g, "t$1");
}

test.each([
  ["f(input.a)", "t0 = input.a; f(t0)"],
  ["x = input.a", "x = input.a"],
  ["x = input[data.k]", "t0 = data.k; x = input[t0]"],
  ["x = [input.a, 1]", "t0 = input.a; x = [t0, 1]"],
  ["input.a", "input.a"],
  ["[input.a]", "t0 = input.a; [t0]"],
  ["f([x | x = input.a])", "t0 = [x | x = input.a]; f(t0)"],
  ["x = [y | f(input.y)]", "x = [y | t0 = input.y; f(t0)]"],
  ["not f(input.a)", "t0 = input.a; not f(t0)"],
  ["f(input.a) with input as 1", "t0 = input.a with input as 1; f(t0) with input as 1"],
  ["every x in xs { f(input.a) }", "every x in xs { t0 = input.a; f(t0) }"],
  ['x = {"k": input.a, input.b: 1}', 't0 = input.a; t1 = input.b; x = {"k": t0, t1: 1}'],
])("%s becomes %s", (text, expected) => {
  expect(separated(text)).toBe(expected);
});

test("what is moved out stays negated where the module wants it", () => {
  expect(separated("not f(input.a)", true)).toBe("not { t0 = input.a; f(t0) }");
});

test("comparison becomes unification, also inside closures", () => {
  const query = parseQueryText("x == [y | y == 1]", { file: "a", version: "v1" });
  expect(query.ok && printBody(query.value.map((literal) => mapLiteral(literal, equalsToUnify)))).toBe(
    "x = [y | y = 1]",
  );
});
