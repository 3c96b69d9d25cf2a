import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "./text-order.js";

const codePoints = (text: string): readonly number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

test.each([
  ["", "", 0],
  ["", "a", -1],
  ["a", "b", -1],
  ["ab", "a", 1],
  ["\uffff", "\u{10000}", -1],
  ["\u{1f600}", "\ue000", 1],
  ["a\u{1f600}", "a\u{1f601}", -1],
  ["\uffff\uffff", "\uffff", 1],
])("%j against %j", (left, right, expected) => {
  expect(Math.sign(compareText(left, right))).toBe(expected);
});

test("the order is that of code points", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}") });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [leftPoints, rightPoints] = [codePoints(left), codePoints(right)];
      const index = leftPoints.findIndex((point, position) => point !== rightPoints[position]);
      const difference =
        index < 0 || index >= rightPoints.length
          ? leftPoints.length - rightPoints.length
          : (leftPoints[index] ?? 0) - (rightPoints[index] ?? 0);
      expect(Math.sign(compareText(left, right))).toBe(Math.sign(difference));
    }),
  );
});
