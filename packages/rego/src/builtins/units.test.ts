import { describe, expect, test } from "vitest";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { unitBuiltins } from "./units.js";

describe("quantities with decimal and binary units (10.7)", () => {
  test.each<[string, readonly Value[], string]>([
    ["units.parse", ["1"], "1"],
    ["units.parse", ["1.5Mi"], "1572864"],
    ["units.parse", ["100m"], "0.1000000000"],
    ["units.parse", ["0.5m"], "0.0005000000"],
    ["units.parse", ["1000m"], "1.0000000000"],
    ["units.parse", ["1M"], "1000000"],
    ["units.parse", ["1m"], "0.0010000000"],
    ["units.parse", ["1K"], "1000"],
    ["units.parse", ["1ki"], "1024"],
    ["units.parse", ["1e3"], "1000"],
    ["units.parse", ["1E"], "1000000000000000000"],
    ["units.parse", ["1e+3k"], "1000000"],
    ["units.parse", ["-1k"], "-1000"],
    ["units.parse", ["+1k"], "1000"],
    ["units.parse", ['"1"k'], "1000"],
    ["units.parse", ["1.k"], "1000"],
    ["units.parse", [".5k"], "500"],
    ["units.parse", ["0.00000000001"], "0.0000000000"],
    ["units.parse", ["0.00000000005"], "0.0000000001"],
    ["units.parse", ["-0.00000000005"], "-0.0000000001"],
    ["units.parse", ["1e-7"], "0.0000001000"],
    ["units.parse", ["1e3m"], "1.0000000000"],
    ["units.parse", ["1KI"], "1024"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(unitBuiltins, name, operands)).toBe(expected);
  });
});

describe("bytes", () => {
  test.each<[string, readonly Value[], string]>([
    ["units.parse_bytes", ["1.5KiB"], "1536"],
    ["units.parse_bytes", ["1.9"], "1"],
    ["units.parse_bytes", ["-1.5"], "-1"],
    ["units.parse_bytes", ["1kb"], "1000"],
    ["units.parse_bytes", ["1M"], "1000000"],
    ["units.parse_bytes", ["1mib"], "1048576"],
    ["units.parse_bytes", ["1E"], "1000000000000000000"],
    ["units.parse_bytes", ["1e3"], "1000"],
    ["units.parse_bytes", ["0.0001kb"], "0"],
    ["units.parse_bytes", ["10Ti"], "10995116277760"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(unitBuiltins, name, operands)).toBe(expected);
  });
});

describe("what is no quantity is a fault", () => {
  test.each<[string, readonly Value[], string]>([
    ["units.parse", [""], "eval_builtin_error: units.parse: units.parse: no amount provided"],
    ["units.parse", ["abc"], "eval_builtin_error: units.parse: units.parse: no amount provided"],
    ["units.parse", ["K"], "eval_builtin_error: units.parse: units.parse: no amount provided"],
    ["units.parse", ["1 k"], "eval_builtin_error: units.parse: units.parse: spaces not allowed in resource strings"],
    ["units.parse", ["1.2.3"], "eval_builtin_error: units.parse: units.parse: could not parse amount to a number"],
    ["units.parse", ["."], "eval_builtin_error: units.parse: units.parse: could not parse amount to a number"],
    ["units.parse", ["1Q"], "eval_builtin_error: units.parse: units.parse: unit Q not recognized"],
    ["units.parse", ["1ee3"], "eval_builtin_error: units.parse: units.parse: unit ee3 not recognized"],
    ["units.parse", ["1-1"], "eval_builtin_error: units.parse: units.parse: could not parse amount to a number"],
    ["units.parse", ["1m1"], "eval_builtin_error: units.parse: units.parse: unit m1 not recognized"],
    ["units.parse", ["1e1000000"], "eval_builtin_error: units.parse: units.parse: exponent too large"],
    ["units.parse", ["0x10"], "eval_builtin_error: units.parse: units.parse: unit x10 not recognized"],
    ["units.parse", [1], "eval_type_error: units.parse: operand 1 must be string but got number"],
    ["units.parse_bytes", [""], "eval_builtin_error: units.parse_bytes: units.parse_bytes: no byte amount provided"],
    ["units.parse_bytes", ["x"], "eval_builtin_error: units.parse_bytes: units.parse_bytes: no byte amount provided"],
    [
      "units.parse_bytes",
      ["1b"],
      "eval_builtin_error: units.parse_bytes: units.parse_bytes: byte unit b not recognized",
    ],
    [
      "units.parse_bytes",
      ["1Q"],
      "eval_builtin_error: units.parse_bytes: units.parse_bytes: byte unit q not recognized",
    ],
    [
      "units.parse_bytes",
      ["1 k"],
      "eval_builtin_error: units.parse_bytes: units.parse_bytes: spaces not allowed in resource strings",
    ],
    [
      "units.parse_bytes",
      ["1.1.1k"],
      "eval_builtin_error: units.parse_bytes: units.parse_bytes: could not parse byte amount to a number",
    ],
    [
      "units.parse_bytes",
      ["1e9999999"],
      "eval_builtin_error: units.parse_bytes: units.parse_bytes: exponent too large",
    ],
    ["units.parse_bytes", [null], "eval_type_error: units.parse_bytes: operand 1 must be string but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(unitBuiltins, name, operands)).toBe(expected);
  });
});

test("digits without end meet the limit", () => {
  expect(callBuiltin(unitBuiltins, "units.parse", ["1e999999"])).toBe("limit: digits");
  expect(callBuiltin(unitBuiltins, "units.parse_bytes", ["1e-999999"])).toBe("limit: digits");
});
