import { expect, test } from "vitest";
import { floatText } from "./float-text.js";
import { floatFromBigInt } from "./wide-float.js";

test.each([
  [1n, -1, "0.5"],
  [2n ** 63n + 1n, -63, "1.0000000000000000001"],
  [2n ** 64n - 1n, -64, "0.99999999999999999995"],
  [2n ** 64n - 1n, 0, "18446744073709551615"],
  [2n ** 64n - 1n, 1, "36893488147419103230"],
  [3n, -2, "0.75"],
  [1n, -14, "6.103515625e-05"],
  [1n, 70, "1180591620717411303400"],
  [2469135n, -1, "1.2345675e+06"],
])("%d times two to the power of %d prints %s", (mantissa, exponent, expected) => {
  expect(floatText({ negative: false, mantissa, exponent })).toBe(expected);
  expect(floatText({ negative: true, mantissa, exponent })).toBe(`-${expected}`);
});

test("an integer of more bits prints all its digits when its own precision is asked for", () => {
  expect(floatText(floatFromBigInt(1267650600228229401496703205376n), 101)).toBe("1267650600228229401496703205376");
});
