import { expect, test } from "vitest";
import { BuiltinFault } from "./builtin-fault.js";

test("a fault is cheap: it has a code and a message, and no stack", () => {
  const fault = new BuiltinFault("eval_type_error", "f: operand 1 must be string but got null");
  expect({ ...fault }).toStrictEqual({
    code: "eval_type_error",
    message: "f: operand 1 must be string but got null",
  });
  expect(fault).not.toBeInstanceOf(Error);
});
