import { describe, expect, test } from "vitest";
import { numberFromText } from "../value/number.js";
import type { Value } from "../value/value.js";
import { callBuiltin, testContext } from "./call-builtin.js";
import { numberBuiltins } from "./numbers.js";

describe("rounding has OPA's results between -1 and 0 (3.5)", () => {
  test.each<[string, readonly Value[], string]>([
    ["ceil", [-0.5], "1"],
    ["ceil", [-1.5], "-1"],
    ["ceil", [1.2], "2"],
    ["ceil", [numberFromText("1.0")], "1"],
    ["floor", [-0.5], "0"],
    ["floor", [-1.5], "-2"],
    ["floor", [1.7], "1"],
    ["floor", [-123456789012345678901234567890n], "-123456789012345678899921813504"],
    ["round", [2.5], "3"],
    ["round", [-2.5], "-3"],
    ["round", [0.4], "0"],
    ["abs", [-1.5], "1.5"],
    ["abs", [-7], "7"],
    ["abs", [numberFromText("-0")], "0"],
    ["abs", [-123456789012345678901234567890n], "123456789012345678900000000000"],
    ["round", [1e21], "1000000000000000000000"],
    ["ceil", [5], "5"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(numberBuiltins, name, operands)).toBe(expected);
  });
});

describe("ranges include both ends", () => {
  test.each<[string, readonly Value[], string]>([
    ["numbers.range", [1, 3], "[1, 2, 3]"],
    ["numbers.range", [3, 1], "[3, 2, 1]"],
    ["numbers.range", [2, 2], "[2]"],
    ["numbers.range", [numberFromText("1.0"), numberFromText("2.0")], "[1, 2]"],
    ["numbers.range_step", [0, 10, 4], "[0, 4, 8]"],
    ["numbers.range_step", [10, 0, 4], "[10, 6, 2]"],
    [
      "numbers.range_step",
      [0, 3, 0],
      "eval_builtin_error: numbers.range_step: numbers.range_step: step must be a positive integer",
    ],
    [
      "numbers.range_step",
      [0, 3, -1],
      "eval_builtin_error: numbers.range_step: numbers.range_step: step must be a positive integer",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(numberBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["abs", ["a"], "eval_type_error: abs: operand 1 must be number but got string"],
    ["ceil", [null], "eval_type_error: ceil: operand 1 must be number but got null"],
    ["floor", [[]], "eval_type_error: floor: operand 1 must be number but got array"],
    ["round", ["1"], "eval_type_error: round: operand 1 must be number but got string"],
    ["numbers.range", ["a", 1], "eval_type_error: numbers.range: operand 1 must be integer but got string"],
    [
      "numbers.range",
      [0, 1.5],
      "eval_type_error: numbers.range: operand 2 must be integer number but got floating-point number",
    ],
    [
      "numbers.range_step",
      [0, 1, "a"],
      "eval_type_error: numbers.range_step: operand 3 must be integer but got string",
    ],
    ["rand.intn", [1, 2], "eval_type_error: rand.intn: operand 1 must be string but got number"],
    [
      "rand.intn",
      ["a", 1.5],
      "eval_type_error: rand.intn: operand 2 must be integer number but got floating-point number",
    ],
    ["rand.intn", ["a", 0], "0"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(numberBuiltins, name, operands)).toBe(expected);
  });
});

test("a range that is too long meets the limit", () => {
  expect(callBuiltin(numberBuiltins, "numbers.range", [0, 10n ** 18n])).toBe("limit: collectionSize");
});

test("random integers come from the host, the same for the same operands", () => {
  let calls = 0;
  const context = testContext({ random: () => [0.25, 0.75][calls++] ?? 0 });
  expect(callBuiltin(numberBuiltins, "rand.intn", ["a", 100], context)).toBe("25");
  expect(callBuiltin(numberBuiltins, "rand.intn", ["a", 100], context)).toBe("25");
  expect(callBuiltin(numberBuiltins, "rand.intn", ["b", -100], context)).toBe("75");
  expect(callBuiltin(numberBuiltins, "rand.intn", ["a", 5], testContext({ random: undefined }))).toBe(
    "eval_builtin_error: rand.intn: needs a source of random numbers: pass `random`",
  );
});
