import type { BuiltinDefinition } from "./builtin-definition.js";
import { type HeavyName, heavySignatures } from "./heavy-signatures.js";

/** The definition of a builtin whose signature is kept apart from its implementation. */
export const heavy = (
  name: HeavyName,
  call: BuiltinDefinition["call"],
  source: Pick<BuiltinDefinition, "impure"> = {},
): BuiltinDefinition => ({ name, signature: heavySignatures[name], call, ...source });
