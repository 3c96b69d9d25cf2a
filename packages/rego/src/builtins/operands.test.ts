import { expect, test } from "vitest";
import { BigNumber } from "../value/number.js";
import { RegoSet } from "../value/set.js";
import { Operands } from "./operands.js";

const operands = new Operands("f", ["a", true, new BigNumber("1.0"), [1], new RegoSet(), {}, 1.5, 2n ** 65n + 1n]);

test("operands are read by position and type", () => {
  expect(operands.string(1)).toBe("a");
  expect(operands.boolean(2)).toBe(true);
  expect(operands.number(3)).toStrictEqual(new BigNumber("1.0"));
  expect(operands.array(4)).toStrictEqual([1]);
  expect(operands.set(5).size).toBe(0);
  expect(operands.object(6)).toStrictEqual({});
});

test("an integer has 64 bits", () => {
  const integers = new Operands("f", [9_007_199_254_740_993n, -(2n ** 63n), 2n ** 63n]);
  expect([integers.integer(1), integers.integer(2)]).toStrictEqual([9_007_199_254_740_992, -(2 ** 63)]);
  expect(() => integers.integer(3)).toThrow(expect.objectContaining({ code: "eval_type_error" }));
});

test.each([
  [() => operands.string(2), "operand 2 must be string but got boolean"],
  [() => operands.boolean(1), "operand 1 must be boolean but got string"],
  [() => operands.number(1), "operand 1 must be number but got string"],
  [() => operands.array(5), "operand 5 must be array but got set"],
  [() => operands.set(4), "operand 4 must be set but got array"],
  [() => operands.object(4), "operand 4 must be object but got array"],
  [() => operands.integer(3), "operand 3 must be integer number but got floating-point number"],
  [() => operands.integer(8), "operand 8 must be integer number but got floating-point number"],
])("row %# faults in OPA's words", (read, message) => {
  expect(read).toThrow(expect.objectContaining({ code: "eval_type_error", message: `f: ${message}` }));
});

test("faults about members and alternatives", () => {
  expect(operands.mismatch(1, null, "array", "set").message).toBe(
    "f: operand 1 must be one of {array, set} but got null",
  );
  expect(operands.memberMismatch(2, [1], 1, "string").message).toBe(
    "f: operand 2 must be array of strings but got array containing number",
  );
  expect(operands.memberMismatch(2, [1], 1, "a", "b").message).toBe(
    "f: operand 2 must be array of (any of) {a, b} but got array containing number",
  );
  expect(operands.fault("no").code).toBe("eval_builtin_error");
});
