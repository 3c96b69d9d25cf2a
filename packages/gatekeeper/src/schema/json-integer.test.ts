import { expect, it } from "vitest";
import { isJsonInteger } from "./json-integer.js";

it.each([
  [0, true],
  [-3, true],
  [2 ** 53 - 1, true],
  [2 ** 53, false],
  [-(2 ** 53), false],
  [2.5, false],
  [3.0000000001, true],
  [-3.0000000001, false],
  [1e-10, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])("%d is taken for an integer: %j (swag, IsFloat64AJSONInteger)", (value, expected) => {
  expect(isJsonInteger(value)).toBe(expected);
});
