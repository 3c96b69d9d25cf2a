import { expect, it } from "vitest";
import { argumentsOffset, nextTokenOffset } from "./operator-offset.js";

it.each([
  ["a + b", 1, 2],
  ["(a) + b", 2, 4],
  ["a // c\n + b", 1, 8],
  ["a.b", 1, 1],
  ["a  ", 1, 1],
  ["a //", 1, 1],
])("the operator behind an operand is found in `%s`", (text, end, offset) => {
  expect(nextTokenOffset(text, end)).toBe(offset);
});

it("the bracket of a call is found", () => {
  expect(argumentsOffset("size (x)", 0)).toBe(5);
  expect(argumentsOffset("x", 0)).toBe(0);
});
