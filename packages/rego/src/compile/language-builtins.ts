import type { Builtin } from "../builtins/builtin.js";
import type { BuiltinTable } from "../builtins/create-builtins.js";

/** A function that the compiler replaces or plans itself: it is never called as a builtin. */
export type LanguageBuiltin = Pick<Builtin, "name" | "arity" | "signature">;

const printing: readonly LanguageBuiltin[] = [
  { name: "print", arity: Number.POSITIVE_INFINITY, signature: "-> boolean" },
  { name: "internal.print", arity: 1, signature: "array[set[any]] -> boolean" },
];

/** A host's builtins together with those that belong to the language. */
export function withLanguageBuiltins(builtins: BuiltinTable, others: readonly LanguageBuiltin[] = []): BuiltinTable {
  const own = [...printing, ...others].map((builtin) => [builtin.name, { ...builtin, call: () => undefined }] as const);
  return new Map([...builtins, ...own]);
}
