import fc from "fast-check";
import { expect, test } from "vitest";
import { BuiltinFault } from "../builtins/builtin.js";
import { allBuiltins } from "../builtins/index.js";
import { anyValue } from "../value/value.arbitrary.js";
import type { Value } from "../value/value.js";
import { createContext } from "./create-context.js";
import { directBuiltins } from "./direct-builtins.js";

const context = createContext({}, { release: "1.17" });
const table = allBuiltins();
const operand = fc.oneof(anyValue, fc.constantFrom<Value>("a", "ab", 1, 0, -0, 2 ** 52, [], {}, true));

function ask(name: string, args: readonly Value[]): Value | undefined {
  if (!context.ok) return undefined;
  try {
    return table.get(name)?.call(args, context.value.evaluation.builtins);
  } catch (error) {
    if (error instanceof BuiltinFault) return undefined;
    throw error;
  }
}

test.each([...directBuiltins])("a direct answer of %s is the builtin's", (name, direct) => {
  const arity = table.get(name)?.arity ?? 0;
  fc.assert(
    fc.property(operand, operand, (first, second) => {
      const answer = direct(first, arity === 1 ? undefined : second);
      if (answer !== undefined) expect(answer).toStrictEqual(ask(name, arity === 1 ? [first] : [first, second]));
    }),
  );
});
