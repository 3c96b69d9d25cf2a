import type { Value } from "../value/value.js";
import type { Builtin, BuiltinContext, RelationUse } from "./builtin.js";
import { Operands } from "./operands.js";
import { readSignature } from "./signature.js";

/** A builtin as the families list it: plain data and functions. */
export interface BuiltinDefinition extends Pick<Builtin, "name" | "infix" | "deprecated" | "relation" | "impure"> {
  /** Labels and types of arguments and result, see {@link readSignature}. */
  readonly signature: string;
  /** The result, or undefined when there is none. */
  readonly call: (operands: Operands, context: BuiltinContext) => Value | undefined;
  /** Gives each result of a relation to `visit`, which answers true to stop. */
  readonly enumerate?: (
    operands: Operands,
    context: BuiltinContext,
    visit: (result: Value) => boolean,
    use?: RelationUse,
  ) => void;
}

/** The builtin of a definition. */
export function builtinFrom(definition: BuiltinDefinition): Builtin {
  const { name, signature, call, enumerate, ...properties } = definition;
  const builtin: Builtin = {
    ...properties,
    name,
    declaration: readSignature(signature),
    call: (args, context) => call(new Operands(name, args), context),
  };
  if (enumerate === undefined) return builtin;
  return {
    ...builtin,
    enumerate: (args, context, visit, use) => enumerate(new Operands(name, args), context, visit, use),
  };
}
