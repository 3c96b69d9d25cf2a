import type { Builtin } from "./builtin.js";
import { type BuiltinDefinition, builtinFrom } from "./builtin-definition.js";

/** Builtins by name. */
export type BuiltinTable = ReadonlyMap<string, Builtin>;

/** The table of some families; of two builtins with one name the later counts. */
export const createBuiltins = (...families: readonly (readonly BuiltinDefinition[])[]): BuiltinTable =>
  new Map(families.flat().map((definition) => [definition.name, builtinFrom(definition)]));
