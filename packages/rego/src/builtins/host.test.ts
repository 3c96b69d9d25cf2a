import { describe, expect, test } from "vitest";
import type { Value } from "../value/value.js";
import { callBuiltin, testContext } from "./call-builtin.js";
import { hostBuiltins } from "./host.js";

describe("notes and the runtime document", () => {
  test.each<[string, readonly Value[], string]>([
    ["trace", ["x"], "true"],
    ["trace", [1], "eval_type_error: trace: operand 1 must be string but got number"],
    ["opa.runtime", [], '{"env": {}}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(hostBuiltins, name, operands)).toBe(expected);
  });
});

test("a note reaches the host", () => {
  const notes: string[] = [];
  callBuiltin(hostBuiltins, "trace", ["seen"], testContext({ note: (text) => notes.push(text) }));
  expect(notes).toStrictEqual(["seen"]);
});
