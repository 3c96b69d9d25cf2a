import { describe, expect, test } from "vitest";
import { numberFromText } from "../value/number.js";
import type { Value } from "../value/value.js";
import { bitBuiltins } from "./bits.js";
import { callBuiltin, testContext } from "./call-builtin.js";

describe("integers are in two's complement", () => {
  test.each<[string, readonly Value[], string]>([
    ["bits.and", [5, 3], "1"],
    ["bits.and", [-1, 255], "255"],
    ["bits.or", [5, 2], "7"],
    ["bits.or", [-4, 1], "-3"],
    ["bits.xor", [5, 1], "4"],
    ["bits.xor", [-1, 5], "-6"],
    ["bits.negate", [0], "-1"],
    ["bits.negate", [-6], "5"],
    ["bits.lsh", [1, 100], "1267650600228229401496703205376"],
    ["bits.lsh", [0, 5], "0"],
    ["bits.rsh", [-5, 1], "-3"],
    ["bits.rsh", [1180591620717411303424n, 60], "1024"],
    ["bits.and", [numberFromText("3.0"), 1], "1"],
    ["bits.or", [0, 2361183241434822606853n], "2361183241434822606848"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(bitBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["bits.and", [1.5, 1], "eval_type_error: bits.and: operand 1 must be integer number but got floating-point number"],
    ["bits.and", ["a", 1], "eval_type_error: bits.and: operand 1 must be integer but got string"],
    ["bits.or", [1, null], "eval_type_error: bits.or: operand 2 must be integer but got null"],
    [
      "bits.lsh",
      [1, -1],
      "eval_type_error: bits.lsh: operand 2 must be an unsigned integer number but got a negative integer",
    ],
    [
      "bits.rsh",
      [1, -1],
      "eval_type_error: bits.rsh: operand 2 must be an unsigned integer number but got a negative integer",
    ],
    ["bits.lsh", [1, 1.5], "eval_type_error: bits.lsh: operand 2 must be integer number but got floating-point number"],
    [
      "bits.negate",
      [0.5],
      "eval_type_error: bits.negate: operand 1 must be integer number but got floating-point number",
    ],
    ["bits.negate", ["a"], "eval_type_error: bits.negate: operand 1 must be integer but got string"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(bitBuiltins, name, operands)).toBe(expected);
  });
});

test("a shift that would fill the memory meets the limit", () => {
  expect(callBuiltin(bitBuiltins, "bits.lsh", [1, 1_000_000])).toBe("limit: digits");
  expect(callBuiltin(bitBuiltins, "bits.lsh", [0, 1_000_000])).toBe("0");
  expect(callBuiltin(bitBuiltins, "bits.rsh", [5, 10n ** 15n])).toBe("0");
});

test("the newer release does not round integers", () => {
  const context = testContext({ reference: "1.22" });
  expect(callBuiltin(bitBuiltins, "bits.or", [0, 2361183241434822606853n], context)).toBe("2361183241434822606853");
});
