import { expect, test } from "vitest";
import { withLanguageBuiltins } from "./language-builtins.js";

test("a host's table is completed, not changed", () => {
  const table = new Map();
  const whole = withLanguageBuiltins(table);
  expect([...whole.keys()]).toStrictEqual(["print", "internal.print", "rego.metadata.chain", "rego.metadata.rule"]);
  expect(table.size).toBe(0);
  expect(whole.get("print")?.declaration.variadic).toBe(true);
});
