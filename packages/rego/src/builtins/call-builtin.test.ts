import { expect, test } from "vitest";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { callBuiltin } from "./call-builtin.js";

const family: readonly BuiltinDefinition[] = [
  { name: "same", signature: "any -> any", call: (operands) => operands.value(1) },
  { name: "none", signature: "-> any", call: () => undefined },
  { name: "large", signature: "-> any", call: (_operands, context) => context.exceed("digits") },
  {
    name: "broken",
    signature: "-> any",
    call: () => {
      throw new Error("a bug");
    },
  },
];

test("results, faults and limits are texts; bugs stay bugs", () => {
  expect(callBuiltin(family, "same", [["a"]])).toBe('["a"]');
  expect(callBuiltin(family, "none", [])).toBe("undefined");
  expect(callBuiltin(family, "large", [])).toBe("limit: digits");
  expect(() => callBuiltin(family, "broken", [])).toThrow("a bug");
  expect(() => callBuiltin(family, "absent", [])).toThrow("no builtin absent");
});
