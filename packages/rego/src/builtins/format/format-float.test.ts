import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { formatBuiltins } from "./format.js";

describe("floats under their verbs", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "sprintf",
      ["%v %g %e %f %G %E %F", [1.5, 1e-7, 1.5, 1.5, 1e100, 0.5, 0.5]],
      '"1.5 1e-07 1.500000e+00 1.500000 1E+100 5.000000E-01 0.500000"',
    ],
    ["sprintf", ["%v %v", [1234567.5, 123456.5]], '"1.2345675e+06 123456.5"'],
    ["sprintf", ["%x %X %b", [1.5, 1.5, 1.5]], '"0x1.8p+00 0X1.8P+00 6755399441055744p-52"'],
    [
      "sprintf",
      ["%8.3f|%-8.3f|%08.3f|%+.2e|% .1f", [6.54321, 6.54321, -6.54321, 12345.678, 0.5]],
      '"   6.543|6.543   |-006.543|+1.23e+04| 0.5"',
    ],
    ["sprintf", ["%#g %#f %#.0e %#x", [1.5, 2.5, 1.5, 1.5]], '"1.50000 2.500000 2.e+00 0x1.8000p+00"'],
    ["sprintf", ["%.0f %.0f %.0f", [0.5, 1.5, 2.5]], '"0 2 2"'],
    ["sprintf", ["%.3g %.10g %#.3g", [1234.5, 0.1, 100.5]], '"1.23e+03 0.1 100."'],
    ["sprintf", ["%.20f", [0.1]], '"0.10000000000000000555"'],
    ["sprintf", ["%t", [1.5]], '"%!t(float64=1.5)"'],
  ])("row %#", (name, operands, expected) => {
    expect(callBuiltin(formatBuiltins, name, operands)).toBe(expected);
  });
});
