import fc from "fast-check";
import { expect, test } from "vitest";
import { createContext } from "../evaluate/create-context.js";
import { anyValue } from "../value/value.arbitrary.js";
import type { Value } from "../value/value.js";
import { BuiltinFault } from "./builtin.js";
import { allBuiltins } from "./index.js";

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

const direct = [...table.values()].flatMap(({ name, arity, direct: answer }) =>
  answer === undefined ? [] : [[name, arity, answer] as const],
);

test.each(direct)("a direct answer of %s is the builtin's", (name, arity, answerDirectly) => {
  fc.assert(
    fc.property(operand, operand, (first, second) => {
      const answer = answerDirectly(first, arity === 1 ? undefined : second);
      if (answer !== undefined) expect(answer).toStrictEqual(ask(name, arity === 1 ? [first] : [first, second]));
    }),
  );
});
