import { expect, test } from "vitest";
import { type Builtin, BuiltinFault } from "../builtins/builtin.js";
import { nowhere } from "../syntax/location.js";
import { createContext } from "./create-context.js";
import { EvaluationFault } from "./fault.js";
import { invokeBuiltin } from "./invoke.js";

const failing = (thrown: unknown): Builtin => ({
  name: "fails",
  arity: 0,
  signature: "-> any",
  call: () => {
    throw thrown;
  },
});

test("the first fault of a builtin is remembered, and the call is undefined", () => {
  const context = createContext({}, { release: "1.17" });
  if (!context.ok) throw new Error("no context");
  const first = failing(new BuiltinFault("eval_type_error", "first"));
  expect(invokeBuiltin(first, [], context.value, nowhere("a"))).toBeUndefined();
  invokeBuiltin(failing(new BuiltinFault("eval_type_error", "second")), [], context.value, nowhere("a"));
  expect(context.value.evaluation.firstBuiltinError?.message).toBe("first");
});

const thrownBy = (thrown: unknown): unknown => {
  const context = createContext({}, { release: "1.17" });
  if (!context.ok) throw new Error("no context");
  try {
    return invokeBuiltin(failing(thrown), [], context.value, nowhere("a"));
  } catch (error) {
    return error;
  }
};

test("what is no fault of a builtin ends the evaluation, and names the builtin", () => {
  expect(thrownBy(new TypeError("bug"))).toMatchObject({
    code: "eval_internal_error",
    message: "fails: TypeError: bug",
    location: { file: "a" },
  });
  expect(thrownBy("bug")).toMatchObject({ code: "eval_internal_error", message: "fails: bug" });
});

test("limits and the end of the stack go on as they are", () => {
  const limit = new EvaluationFault("eval_cancel_error", "limit", undefined);
  const overflow = new RangeError("stack");
  expect([thrownBy(limit), thrownBy(overflow)]).toStrictEqual([limit, overflow]);
});
