import { expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import { isAmbiguous, resolveScalar } from "./yaml-scalar.js";

test.each([
  ["yes", true],
  ["Off", false],
  ["~", null],
  ["", null],
  ["tRue", "tRue"],
  ["0o17", 15],
  ["-017", -15],
  ["0x1F", 31],
  ["0b101", 5],
  ["1_000", 1000],
  ["08", 8],
  ["1.50", 1.5],
  [".5", 0.5],
  ["5.", 5],
  ["9223372036854775808", 9223372036854775808n],
  ["18446744073709551616", 18446744073709552000n],
  ["1e400", "1e400"],
  ["-0.0", numberFromText("-0")],
  ["12:30:45", "12:30:45"],
  ["2001-01-01", "2001-01-01"],
  [".nan", undefined],
  ["-.inf", undefined],
])("%s", (text, expected) => {
  expect(resolveScalar(text)).toStrictEqual(expected);
});

test("what would be read as something else is ambiguous", () => {
  expect(["yes", "1", "1:30", "2001-01-01", "~", ".nan"].every(isAmbiguous)).toBe(true);
  expect(["a", "1a", "tRue", "1.2.3"].some(isAmbiguous)).toBe(false);
});
