import { toText } from "../value/text.js";
import type { Value } from "../value/value.js";
import type { Builtin, BuiltinContext } from "./builtin.js";
import { type BuiltinDefinition, builtinFrom } from "./builtin-definition.js";
import { BuiltinFault } from "./builtin-fault.js";
import { createRe2Engine } from "./regex/re2.js";

/** The text of a result in tests: the value, `undefined`, `limit: <name>`, or code and message of a fault. */
export type OutcomeText = string;

/** Thrown in the place of the evaluator's fault when a test's limit is reached. */
class LimitReached {
  constructor(readonly limit: string) {}
}

/** The context of a call in tests: small limits, and sources that answer always the same. */
export function testContext(changes: Partial<BuiltinContext> = {}): BuiltinContext {
  return {
    reference: "1.17",
    now: () => 1_700_000_000_123_456_789n,
    random: () => 0.5,
    uuid: () => "9a35ed6b-1d7a-4b7c-8a30-6c0f1a2b3c4d",
    lookUp: undefined,
    runtime: { env: {} },
    regex: createRe2Engine(),
    limits: { stringLength: 100_000, collectionSize: 10_000, digits: 1_000 },
    charge: () => undefined,
    exceed: (limit) => {
      throw new LimitReached(limit);
    },
    note: () => undefined,
    memory: new Map(),
    ...changes,
  };
}

/** Calls a builtin of a family for a test; a relation's results are listed. */
export function callBuiltin(
  family: readonly BuiltinDefinition[],
  name: string,
  args: readonly Value[],
  context: BuiltinContext = testContext(),
): OutcomeText {
  const definition = family.find((one) => one.name === name);
  if (definition === undefined) throw new Error(`no builtin ${name}`);
  try {
    return resultText(builtinFrom(definition), args, context);
  } catch (fault) {
    if (fault instanceof LimitReached) return `limit: ${fault.limit}`;
    if (fault instanceof BuiltinFault) return `${fault.code}: ${fault.message}`;
    throw fault;
  }
}

function resultText(builtin: Builtin, args: readonly Value[], context: BuiltinContext): OutcomeText {
  if (builtin.enumerate === undefined) {
    const result = builtin.call(args, context);
    return result === undefined ? "undefined" : toText(result);
  }
  const results: string[] = [];
  builtin.enumerate(args, context, (result) => {
    results.push(toText(result));
    return false;
  });
  return results.join(" ");
}
