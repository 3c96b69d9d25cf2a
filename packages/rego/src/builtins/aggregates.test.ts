import { describe, expect, test } from "vitest";
import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { aggregateBuiltins } from "./aggregates.js";
import { callBuiltin } from "./call-builtin.js";

describe("count counts code points and members", () => {
  test.each<[string, readonly Value[], string]>([
    ["count", ["äö😀"], "3"],
    ["count", [""], "0"],
    ["count", [[1, 2]], "2"],
    ["count", [{ a: 1 }], "1"],
    ["count", [new RegoSet([1])], "1"],
    ["count", [new RegoObject([[1, 2]])], "1"],
    ["count", [1], "eval_type_error: count: operand 1 must be one of {array, object, set, string} but got number"],
    ["count", [null], "eval_type_error: count: operand 1 must be one of {array, object, set, string} but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(aggregateBuiltins, name, operands)).toBe(expected);
  });
});

describe("sum and product fold numbers as arithmetic does", () => {
  test.each<[string, readonly Value[], string]>([
    ["sum", [[]], "0"],
    ["sum", [[0.1, 0.2]], "0.3"],
    ["sum", [new RegoSet([1, 2])], "3"],
    ["sum", [["a"]], "eval_type_error: sum: operand 1 must be array of numbers but got array containing string"],
    [
      "sum",
      [new RegoSet(["a"])],
      "eval_type_error: sum: operand 1 must be set of numbers but got set containing string",
    ],
    ["sum", ["a"], "eval_type_error: sum: operand 1 must be one of {set, array} but got string"],
    ["product", [[]], "1"],
    ["product", [[2, 3, 0.5]], "3"],
    ["product", [[null]], "eval_type_error: product: operand 1 must be array of numbers but got array containing null"],
    ["product", [{}], "eval_type_error: product: operand 1 must be one of {set, array} but got object"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(aggregateBuiltins, name, operands)).toBe(expected);
  });
});

describe("order takes values of any type", () => {
  test.each<[string, readonly Value[], string]>([
    ["max", [[]], "undefined"],
    ["max", [[1, "a", null]], '"a"'],
    ["min", [new RegoSet([1, 2])], "1"],
    ["min", [new RegoSet([null, 2, 1])], "1"],
    ["min", [new RegoSet([null])], "null"],
    ["min", [[2, null]], "null"],
    ["min", [[]], "undefined"],
    ["min", [1], "eval_type_error: min: operand 1 must be one of {set, array} but got number"],
    ["sort", [[3, "a", null, [1], {}, new RegoSet([]), false]], '[null, false, 3, "a", [1], {}, set()]'],
    ["sort", [new RegoSet([1, 2])], "[1, 2]"],
    ["sort", [{}], "eval_type_error: sort: operand 1 must be one of {set, array} but got object"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(aggregateBuiltins, name, operands)).toBe(expected);
  });
});

describe("all and any look for true", () => {
  test.each<[string, readonly Value[], string]>([
    ["all", [[]], "true"],
    ["all", [[true, 1]], "false"],
    ["all", [new RegoSet([true])], "true"],
    ["any", [[]], "false"],
    ["any", [[false, true]], "true"],
    ["any", [[1]], "false"],
    ["any", ["a"], "eval_type_error: any: operand 1 must be one of {array, set} but got string"],
    ["all", [null], "eval_type_error: all: operand 1 must be one of {array, set} but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(aggregateBuiltins, name, operands)).toBe(expected);
  });
});
