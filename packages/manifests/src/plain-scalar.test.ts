import { describe, expect, it } from "vitest";
import { isIntegerNotation, isOctalNotation, resolvePlainScalar } from "./plain-scalar.js";

describe("resolvePlainScalar resolves as go-yaml v2", () => {
  it.each([
    [null, ["", "~", "null", "Null", "NULL"]],
    [true, ["true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON"]],
    [false, ["false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF"]],
    [Number.POSITIVE_INFINITY, [".inf", ".Inf", ".INF", "+.inf"]],
    [Number.NEGATIVE_INFINITY, ["-.inf", "-.Inf", "-.INF"]],
    [Number.NaN, [".nan", ".NaN", ".NAN"]],
    [0, ["0", "00", "+0", "0x0", "0b0", "0o0", "0.", "0e5"]],
    [
      1000,
      ["1000", "1_000", "+1000", "1e3", "1E3", "1000.0", "0x3E8", "0X3e8", "01750", "0o1750", "0O1750", "0b1111101000"],
    ],
    [-8, ["-8", "-010", "-0x8", "-0b1000", "-08", "-8.", "0b-1000"]],
    [755, ["755", "0755.0", "0755e0"]],
    [493, ["0755", "+0755", "0_755"]],
    [0.5, [".5", "0.5", "5e-1", "+.5", "0_.5"]],
    [9.5, ["09.5", "9.5"]],
    [Number.MAX_SAFE_INTEGER, ["9007199254740991"]],
    [9007199254740993n, ["9007199254740993", "0x20000000000001"]],
    [-9223372036854775808n, ["-9223372036854775808"]],
    [18446744073709551615n, ["18446744073709551615"]],
    [18446744073709552000, ["18446744073709551616"]],
    [9223372036854776000, ["+9223372036854775808"]],
    [-9223372036854776000, ["-9223372036854775809"]],
  ])("to %s", (value, texts) => {
    for (const text of texts) expect([text, resolvePlainScalar(text)]).toEqual([text, value]);
  });

  it.each([
    "tRUE",
    "nULL",
    "yEs",
    "Y.",
    "truely",
    "<<",
    "-",
    "+",
    ".",
    "..",
    "_1",
    "0x",
    "0xg",
    "0b2",
    "1e",
    "e1",
    "1.2.3",
    "--1",
    "1 000",
    "12:30",
    "190:20:30",
    "2001-01-01",
    "2001-12-14t21:59:43.10-05:00",
    "1e999",
    "-1e999",
    "0xfffffffffffffffff",
    "._5",
    ".iNf",
    "1,000",
    "0o8",
    "100m",
    "1Gi",
  ])("but leaves %s a string", (text) => {
    expect(resolvePlainScalar(text)).toBe(text);
  });

  it("does not compute integers of a million digits", () => {
    expect(resolvePlainScalar(`0x${"f".repeat(1_000_000)}`)).toMatch(/^0xf/);
    expect(resolvePlainScalar("9".repeat(300))).toBe(1e300);
  });
});

it.each([
  ["0755", true],
  ["-0644", true],
  ["0_7", true],
  ["00", true],
  ["0", false],
  ["0o755", false],
  ["0855", false],
  ["755", false],
])("%s is in octal notation: %s", (text, octal) => {
  expect(isOctalNotation(text)).toBe(octal);
});

it.each([
  ["1_000", true],
  ["0x1F", true],
  ["-0b1", true],
  ["1.0", false],
  ["1e3", false],
  ["08", false],
])("%s is in integer notation: %s", (text, integer) => {
  expect(isIntegerNotation(text)).toBe(integer);
});
