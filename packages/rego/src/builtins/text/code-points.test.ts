import { expect, test } from "vitest";
import { countCodePoints, hasPairs, sliceCodePoints } from "./code-points.js";

test("a pair of surrogates is one code point", () => {
  expect(["", "abc", "äö", "a😀b", "\ud83d"].map(countCodePoints)).toStrictEqual([0, 3, 2, 3, 1]);
  expect(sliceCodePoints("a😀b", 1, 2)).toBe("😀");
  expect(sliceCodePoints("abc", 1, 9)).toBe("bc");
  expect([hasPairs("é"), hasPairs("😀")]).toStrictEqual([false, true]);
});
