import { expect, test } from "vitest";
import { withLanguageBuiltins } from "./language-builtins.js";

test("a host's table is completed, not changed", () => {
  const table = new Map();
  const whole = withLanguageBuiltins(table, [{ name: "rego.metadata.chain", arity: 0, signature: "-> array[any]" }]);
  expect([...whole.keys()]).toStrictEqual(["assign", "print", "internal.print", "rego.metadata.chain"]);
  expect(table.size).toBe(0);
  expect(whole.get("print")?.arity).toBe(Number.POSITIVE_INFINITY);
  expect([...withLanguageBuiltins(table).keys()]).toStrictEqual(["assign", "print", "internal.print"]);
});
