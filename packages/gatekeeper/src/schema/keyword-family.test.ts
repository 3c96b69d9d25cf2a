import { expect, it } from "vitest";
import { isInteger64 } from "./keyword-family.js";

it.each([
  [1, true],
  [1.5, false],
  [2 ** 63, false],
  [-(2 ** 63), true],
  [2n ** 63n - 1n, true],
  [2n ** 63n, false],
  ["1", false],
])("%s is an integer of 64 bits in a default: %j", (value, expected) => {
  expect(isInteger64(value, "integers")).toBe(expected);
  expect(isInteger64(value, "doubles")).toBe(false);
});
