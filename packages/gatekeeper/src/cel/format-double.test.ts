import { expect, it } from "vitest";
import { formatDouble } from "./format-double.js";

it.each([
  [1, "1"],
  [1.5, "1.5"],
  [100_000, "100000"],
  [1_000_000, "1e+06"],
  [123_456_789, "1.23456789e+08"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [-0, "-0"],
  [1e300, "1e+300"],
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "+Inf"],
  [Number.NEGATIVE_INFINITY, "-Inf"],
])("%s is written as Go does", (value, text) => {
  expect(formatDouble(value)).toBe(text);
});
