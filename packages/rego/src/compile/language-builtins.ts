import type { Builtin } from "../builtins/builtin.js";
import type { BuiltinTable } from "../builtins/create-builtins.js";
import { anyType, arrayOf, booleanType, objectOf, setOf, stringType, type Type } from "../value/type.js";

/** Functions that the compiler replaces or plans itself: they are never called as builtins. */
const declarations: readonly (readonly [name: string, args: readonly Type[], result: Type])[] = [
  ["print", [], booleanType],
  ["internal.print", [arrayOf(setOf(anyType))], booleanType],
  ["rego.metadata.chain", [], arrayOf(anyType)],
  ["rego.metadata.rule", [], objectOf(stringType, anyType)],
];

/** A host's builtins together with those that belong to the language. */
export function withLanguageBuiltins(builtins: BuiltinTable): BuiltinTable {
  const own = declarations.map(([name, args, result]): readonly [string, Builtin] => {
    const declaration = name === "print" ? ({ args, result, variadic: true } as const) : { args, result };
    return [name, { name, declaration, call: () => undefined }];
  });
  return new Map([...builtins, ...own]);
}
