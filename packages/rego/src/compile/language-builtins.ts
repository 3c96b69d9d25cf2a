import type { Builtin } from "../builtins/builtin.js";
import type { BuiltinTable } from "../builtins/create-builtins.js";

/** A function that the compiler replaces or plans itself. */
export type LanguageBuiltin = Pick<Builtin, "name" | "arity" | "signature">;

const functions: readonly LanguageBuiltin[] = [
  { name: "assign", arity: 2, signature: "any, any -> boolean" },
  { name: "print", arity: Number.POSITIVE_INFINITY, signature: "-> boolean" },
  { name: "internal.print", arity: 1, signature: "array[set[any]] -> boolean" },
];

/** What is left to be called is an assignment inside a term: OPA, too, has nothing that does it. */
function call(): never {
  throw new Error("unsupported built-in");
}

/** A host's builtins together with those that belong to the language. */
export function withLanguageBuiltins(builtins: BuiltinTable, others: readonly LanguageBuiltin[] = []): BuiltinTable {
  const own = [...functions, ...others].map((builtin): [string, Builtin] => [builtin.name, { ...builtin, call }]);
  return new Map([...builtins, ...own]);
}
