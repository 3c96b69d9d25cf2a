import { describe, expect, test } from "vitest";
import { compareDecimals, decimalOf, orderOf } from "./decimal.js";

describe("a text has one exact decimal", () => {
  test.each([
    ["0", 0n, 0],
    ["-0.00", 0n, 0],
    ["100", 1n, 2],
    ["1.50", 15n, -1],
    [".5", 5n, -1],
    ["1.", 1n, 0],
    ["+1", 1n, 0],
    ["-12e-3", -12n, -3],
    ["1_000", 1n, 3],
    ["0x1p-2", 25n, -2],
    ["0X1.8p1", 3n, 0],
    ["-0x10p0", -16n, 0],
    ["0x10", 16n, 0],
  ])("%s", (text, digits, exponent) => {
    expect(decimalOf(text)).toStrictEqual({ digits, exponent });
  });
});

test("the order is the exponent above the first digit", () => {
  expect(["123", "0.123e3", "-1", "0.01"].map((text) => orderOf(decimalOf(text)))).toStrictEqual([3, 3, 1, -1]);
});

test("decimals of far apart magnitudes are compared without being expanded", () => {
  expect(compareDecimals(decimalOf("1e900000000"), decimalOf("9e899999999"))).toBeGreaterThan(0);
  expect(compareDecimals(decimalOf("-1e900000000"), decimalOf("-9e899999999"))).toBeLessThan(0);
});
