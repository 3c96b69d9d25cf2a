import { expect, test } from "vitest";
import { type Builtin, BuiltinFault } from "../builtins/builtin.js";
import { nowhere } from "../syntax/location.js";
import { createContext } from "./create-context.js";
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

test("what is no fault goes on", () => {
  const context = createContext({}, { release: "1.17" });
  if (!context.ok) throw new Error("no context");
  const { value } = context;
  expect(() => invokeBuiltin(failing(new Error("bug")), [], value, nowhere("a"))).toThrow("bug");
});
