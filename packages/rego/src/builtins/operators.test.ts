import { describe, expect, test } from "vitest";
import { numberFromText } from "../value/number.js";
import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { callBuiltin, testContext } from "./call-builtin.js";
import { operatorBuiltins } from "./operators.js";

describe("comparison follows the total order, whatever the types (3.3)", () => {
  test.each<[string, readonly Value[], string]>([
    ["lt", [1, "a"], "true"],
    ["lt", ["a", 1], "false"],
    ["lte", [numberFromText("1.0"), 1], "true"],
    ["gt", [[1], {}], "false"],
    ["gte", [new RegoSet([]), {}], "true"],
    ["equal", [1, numberFromText("1.0")], "true"],
    ["neq", [null, false], "true"],
    ["neq", [new RegoSet([1, 2]), new RegoSet([1, 2])], "false"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(operatorBuiltins, name, operands)).toBe(expected);
  });
});

describe("arithmetic is OPA's (3.5)", () => {
  test.each<[string, readonly Value[], string]>([
    ["plus", [0.1, 0.2], "0.3"],
    ["minus", [5, 7], "-2"],
    ["mul", [1.1, 1.1], "1.21"],
    ["div", [1, 3], "0.33333333333333333334"],
    ["rem", [-5, 3], "-2"],
    ["div", [1, 0], "eval_builtin_error: div: divide by zero"],
    ["rem", [1, 0], "eval_builtin_error: rem: modulo by zero"],
    ["plus", ["a", 1], "eval_type_error: plus: operand 1 must be number but got string"],
    ["mul", [1, null], "eval_type_error: mul: operand 2 must be number but got null"],
    ["div", [[], 1], "eval_type_error: div: operand 1 must be number but got array"],
    ["rem", [1.5, 1], "eval_builtin_error: rem: modulo on floating-point number"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(operatorBuiltins, name, operands)).toBe(expected);
  });
});

describe("sets are combined, and only sets", () => {
  test.each<[string, readonly Value[], string]>([
    ["minus", [new RegoSet([1, 2]), new RegoSet([2])], "{1}"],
    ["and", [new RegoSet([1, 2]), new RegoSet([2, 3])], "{2}"],
    ["or", [new RegoSet([1]), new RegoSet([2])], "{1, 2}"],
    ["minus", [new RegoSet([1]), 1], "eval_type_error: minus: operand 2 must be set but got number"],
    ["minus", [new RegoSet([1]), "a"], "eval_type_error: minus: operand 2 must be number but got string"],
    ["minus", [1, new RegoSet([1])], "eval_type_error: minus: operand 2 must be number but got set"],
    ["minus", ["a", 1], "eval_type_error: minus: operand 1 must be one of {number, set} but got string"],
    ["and", [[1], new RegoSet([1])], "eval_type_error: and: operand 1 must be set but got array"],
    ["or", [new RegoSet([1]), [1]], "eval_type_error: or: operand 2 must be set but got array"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(operatorBuiltins, name, operands)).toBe(expected);
  });
});

describe("membership looks at values, with a key at entries", () => {
  test.each<[string, readonly Value[], string]>([
    ["internal.member_2", [1, [2, 1]], "true"],
    ["internal.member_2", ["a", { a: "b" }], "false"],
    ["internal.member_2", ["b", { a: "b" }], "true"],
    ["internal.member_2", [[1], new RegoSet([[1]])], "true"],
    ["internal.member_2", ["x", new RegoObject([[1, "x"]])], "true"],
    ["internal.member_2", [1, 1], "false"],
    ["internal.member_2", ["a", "abc"], "false"],
    ["internal.member_3", [0, "x", ["x"]], "true"],
    ["internal.member_3", [1, "x", ["x"]], "false"],
    ["internal.member_3", ["a", null, { a: null }], "true"],
    ["internal.member_3", ["a", "a", new RegoSet(["a"])], "true"],
    ["internal.member_3", ["a", "b", new RegoSet(["a", "b"])], "false"],
    ["internal.member_3", [1, 1, 1], "false"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(operatorBuiltins, name, operands)).toBe(expected);
  });
});

test("integers of any size are exact in the newer release", () => {
  const context = testContext({ reference: "1.22" });
  expect(callBuiltin(operatorBuiltins, "plus", [10n ** 20n, 1], context)).toBe("100000000000000000001");
});
