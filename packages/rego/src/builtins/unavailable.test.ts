import { describe, expect, test } from "vitest";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { unavailableBuiltins } from "./unavailable.js";

describe("a call is refused", () => {
  test.each<[string, readonly Value[], string]>([
    ["graphql.parse", ["{}", ""], "eval_builtin_error: graphql.parse: is not available in this engine"],
    ["crypto.md5", ["a"], "eval_builtin_error: crypto.md5: is not available in this engine"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(unavailableBuiltins, name, operands)).toBe(expected);
  });
});
