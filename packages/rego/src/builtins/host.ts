import type { BuiltinDefinition } from "./builtin-definition.js";

/** Builtins that speak with the host. */
export const hostBuiltins: readonly BuiltinDefinition[] = [
  { name: "opa.runtime", signature: "-> output: object[string: any]", call: (_operands, context) => context.runtime },
  {
    name: "trace",
    signature: "note: string -> result: boolean",
    call: (operands, context) => {
      context.note(operands.string(1));
      return true;
    },
  },
];
