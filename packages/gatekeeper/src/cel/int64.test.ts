import { expect, it } from "vitest";
import { isInt64, isUint64 } from "./int64.js";

it.each([
  [0n, true, true],
  [-1n, true, false],
  [2n ** 63n - 1n, true, true],
  [2n ** 63n, false, true],
  [-(2n ** 63n), true, false],
  [-(2n ** 63n) - 1n, false, false],
  [2n ** 64n, false, false],
])("%s fits the integers of 64 bits or not", (value, int, uint) => {
  expect(isInt64(value)).toBe(int);
  expect(isUint64(value)).toBe(uint);
});
