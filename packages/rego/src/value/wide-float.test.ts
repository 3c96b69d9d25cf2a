import { describe, expect, test } from "vitest";
import {
  addFloats,
  bitLength,
  divideFloats,
  floatFromBigInt,
  isIntegral,
  multiplyFloats,
  negate,
  round,
  truncate,
} from "./wide-float.js";

test("the length of an integer counts its bits", () => {
  expect([0n, 1n, 2n, 255n, 256n, 2n ** 64n - 1n, 2n ** 64n].map(bitLength)).toStrictEqual([0, 1, 2, 8, 9, 64, 65]);
});

describe("rounding is half to even", () => {
  test.each([
    [0b1010n, 3, false, 0b101n],
    [0b1011n, 3, false, 0b110n],
    [0b1001n, 3, false, 0b100n],
    [0b1001n, 3, true, 0b101n],
    [0b10011n, 3, false, 0b101n],
    [0b100n, 3, true, 0b100n],
  ])("%d to %d bits", (mantissa, bits, isInexact, expected) => {
    expect(round(floatFromBigInt(mantissa), bits, isInexact).mantissa).toBe(expected);
  });
});

test("operations round to 64 bits", () => {
  const large = floatFromBigInt(2n ** 64n - 1n);
  const two = floatFromBigInt(2n);
  expect(truncate(addFloats(large, two))).toBe(2n ** 64n);
  expect(truncate(multiplyFloats(large, large))).toBe((2n ** 64n - 2n) * 2n ** 64n);
  expect(truncate(divideFloats(large, two))).toBe(2n ** 63n - 1n);
  expect(isIntegral(divideFloats(large, two))).toBe(false);
  expect(isIntegral(divideFloats(floatFromBigInt(6n), two))).toBe(true);
});

test("a zero has the sign that IEEE gives it", () => {
  const zero = floatFromBigInt(0n);
  expect(addFloats(zero, negate(zero)).negative).toBe(false);
  expect(addFloats(negate(zero), negate(zero)).negative).toBe(true);
  expect(divideFloats(zero, floatFromBigInt(-5n)).negative).toBe(true);
});

test("truncation goes towards zero", () => {
  expect(truncate({ negative: true, mantissa: 3n, exponent: -1 })).toBe(-1n);
  expect(truncate({ negative: false, mantissa: 3n, exponent: 2 })).toBe(12n);
});
