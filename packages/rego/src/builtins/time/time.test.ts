import { describe, expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { timeBuiltins } from "./time.js";

describe("instants are seen in a zone (10.8)", () => {
  test.each<[string, readonly Value[], string]>([
    ["time.date", [0], "[1970, 1, 1]"],
    ["time.date", [[1711846800000000000n, "Europe/Berlin"]], "[2024, 3, 31]"],
    ["time.clock", [[1711846799000000000n, "Europe/Berlin"]], "[1, 59, 59]"],
    ["time.clock", [[1711846800000000000n, "Europe/Berlin"]], "[3, 0, 0]"],
    ["time.clock", [[-1, "America/New_York"]], "[18, 59, 59]"],
    ["time.weekday", [0], '"Thursday"'],
    ["time.weekday", [[0, "America/New_York"]], '"Wednesday"'],
    ["time.format", [0], '"1970-01-01T00:00:00Z"'],
    ["time.format", [[1700000000123456789n, "Asia/Kolkata"]], '"2023-11-15T03:43:20.123456789+05:30"'],
    ["time.format", [[0, "", "RFC1123"]], '"Thu, 01 Jan 1970 00:00:00 UTC"'],
    ["time.format", [[0, "Local", "2006"]], '"1970"'],
    ["time.date", [[0]], "[1970, 1, 1]"],
    ["time.date", [numberFromText("1e18")], "[2001, 9, 9]"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(timeBuiltins, name, operands)).toBe(expected);
  });
});

describe("dates are added and compared", () => {
  test.each<[string, readonly Value[], string]>([
    ["time.add_date", [1709164800000000000n, 1, 0, 0], "1740787200000000000"],
    ["time.add_date", [1706659200000000000n, 0, 1, 0], "1709337600000000000"],
    ["time.add_date", [0, 0, 0, -1], "-86400000000000"],
    ["time.add_date", [[1711846800000000000n, "Europe/Berlin"], 0, 0, 1], "1711933200000000000"],
    ["time.diff", [0, 1709164800000000000n], "[54, 1, 28, 0, 0, 0]"],
    ["time.diff", [1709164800000000000n, 0], "[54, 1, 28, 0, 0, 0]"],
    ["time.diff", [[0, "America/New_York"], 951782399000000000n], "[30, 1, 27, 23, 59, 59]"],
    ["time.diff", [0, 0], "[0, 0, 0, 0, 0, 0]"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(timeBuiltins, name, operands)).toBe(expected);
  });
});

describe("texts are read", () => {
  test.each<[string, readonly Value[], string]>([
    ["time.parse_ns", ["RFC3339", "2024-02-29T12:34:56.123456789+02:00"], "1709202896123456789"],
    ["time.parse_ns", ["2006-01-02", "2024-02-29"], "1709164800000000000"],
    ["time.parse_rfc3339_ns", ["2024-02-29T12:34:56Z"], "1709210096000000000"],
    ["time.parse_duration_ns", ["1h30m"], "5400000000000"],
    ["time.parse_duration_ns", ["-1.5s"], "-1500000000"],
    ["time.now_ns", [], "1700000000123456789"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(timeBuiltins, name, operands)).toBe(expected);
  });
});

describe("what is no time is a fault", () => {
  test.each<[string, readonly Value[], string]>([
    ["time.date", [1.5], "eval_builtin_error: time.date: timestamp too big"],
    ["time.date", [9223372036854775808n], "eval_builtin_error: time.date: timestamp too big"],
    [
      "time.date",
      ["a"],
      "eval_type_error: time.date: operand 1 must be either number (ns) or [number (ns), string (tz)] but got string",
    ],
    [
      "time.date",
      [[]],
      "eval_type_error: time.date: operand 1 must be either number (ns) or [number (ns), string (tz)] but got array",
    ],
    ["time.date", [[0, "Nope/Zone"]], "eval_builtin_error: time.date: unknown time zone Nope/Zone"],
    ["time.date", [[0, "europe/berlin"]], "eval_builtin_error: time.date: unknown time zone europe/berlin"],
    ["time.date", [[0, 1]], "eval_type_error: time.date: operand 1 must be string but got number"],
    ["time.date", [["a"]], "eval_type_error: time.date: operand 1 must be number but got string"],
    ["time.format", [[0, "", 1]], "eval_type_error: time.format: operand 1 must be string but got number"],
    [
      "time.parse_ns",
      ["2006-01-02", "x"],
      'eval_builtin_error: time.parse_ns: parsing time "x" as "2006-01-02": cannot parse "x" as "2006"',
    ],
    ["time.parse_ns", [1, "x"], "eval_type_error: time.parse_ns: operand 1 must be string but got number"],
    ["time.parse_ns", ["RFC3339", 1], "eval_type_error: time.parse_ns: operand 2 must be string but got number"],
    [
      "time.parse_rfc3339_ns",
      ["1500-01-01T00:00:00Z"],
      "eval_builtin_error: time.parse_rfc3339_ns: time outside of valid range",
    ],
    ["time.parse_rfc3339_ns", [1], "eval_type_error: time.parse_rfc3339_ns: operand 1 must be string but got number"],
    [
      "time.parse_duration_ns",
      ["1x"],
      'eval_builtin_error: time.parse_duration_ns: time: unknown unit "x" in duration "1x"',
    ],
    ["time.parse_duration_ns", [1], "eval_type_error: time.parse_duration_ns: operand 1 must be string but got number"],
    [
      "time.add_date",
      [0, 0.5, 0, 0],
      "eval_type_error: time.add_date: operand 2 must be integer number but got floating-point number",
    ],
    [
      "time.add_date",
      [9223372036854775807n, 1, 0, 0],
      "eval_builtin_error: time.add_date: time outside of valid range",
    ],
    [
      "time.diff",
      [0, "a"],
      "eval_type_error: time.diff: operand 1 must be either number (ns) or [number (ns), string (tz)] but got string",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(timeBuiltins, name, operands)).toBe(expected);
  });
});

test("the clock is the host's", () => {
  expect(callBuiltin(timeBuiltins, "time.now_ns", [], testContext({ now: undefined }))).toBe(
    "eval_builtin_error: time.now_ns: needs a clock: pass `now`",
  );
});

test("absurd numbers of years are refused", () => {
  expect(callBuiltin(timeBuiltins, "time.add_date", [0, 9007199254740991, 0, 0])).toMatch(/outside of valid range$/);
});
