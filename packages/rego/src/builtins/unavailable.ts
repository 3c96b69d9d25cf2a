import type { BuiltinDefinition } from "./builtin-definition.js";
import { heavySignatures } from "./heavy-signatures.js";
import type { Operands } from "./operands.js";

/** The large builtins without their implementations: they are declared, and calls of them are faults. */
export const unavailableBuiltins: readonly BuiltinDefinition[] = /* @__PURE__ */ declareHeavy();

function declareHeavy(): readonly BuiltinDefinition[] {
  return Object.entries(heavySignatures).map(([name, signature]) => ({ name, signature, call: refuse }));
}

function refuse(operands: Operands): never {
  throw operands.fault("is not available in this engine");
}
