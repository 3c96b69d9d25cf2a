import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { formatBuiltins } from "./format.js";

describe("a verb that an operand does not have is shown with type and value", () => {
  test.each<[string, readonly Value[], string]>([
    ["sprintf", ["%d", ["a"]], '"%!d(string=a)"'],
    ["sprintf", ["%s", [5]], '"%!s(int=5)"'],
    ["sprintf", ["%d", [1.5]], '"%!d(float64=1.5)"'],
    ["sprintf", ["%5z", [1]], '"%!z(int=    1)"'],
    ["sprintf", ["%+d", [1.5]], '"%!d(float64=+1.5)"'],
    ["sprintf", ["%#o", ["a"]], '"%!o(string=a)"'],
    ["sprintf", ["%p", [1]], '"%!p(int=1)"'],
    ["sprintf", ["%w", ["x"]], '"%!w(string=x)"'],
    [
      "sprintf",
      [
        "%z %q %s %c %5z %+v",
        [
          12345678901234567890123n,
          12345678901234567890123n,
          12345678901234567890123n,
          12345678901234567890123n,
          12345678901234567890123n,
          12345678901234567890123n,
        ],
      ],
      '"%!z(big.Int=12345678901234567890123) %!q(big.Int=12345678901234567890123) 12345678901234567890123 %!c(big.Int=12345678901234567890123) %!z(big.Int=12345678901234567890123) +12345678901234567890123"',
    ],
    ["sprintf", ["%+v %#v % v", [1, 1.5, 1]], '"1 1.5  1"'],
  ])("row %#", (name, operands, expected) => {
    expect(callBuiltin(formatBuiltins, name, operands)).toBe(expected);
  });
});
