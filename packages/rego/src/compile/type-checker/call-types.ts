import type { Builtin } from "../../builtins/builtin.js";
import { readSignature } from "../../builtins/signature.js";
import type { Term } from "../../syntax/ast.js";
import type { Reference as Release } from "../../value/reference.js";
import { unknownType } from "./type-algebra.js";
import { TypeScope } from "./type-scope.js";
import { argumentLines } from "./type-text.js";
import { type FunctionType, TypeTree } from "./type-tree.js";

/** The types that a builtin declares. */
export function declaredTypes({ signature, newerResult }: Builtin, release: Release): FunctionType {
  const declared = readSignature(signature);
  if (release === "1.17" || newerResult === undefined) return declared;
  return { ...declared, result: readSignature(`-> ${newerResult}`).result };
}

/** The lines below the error of a call with too few or too many arguments, each with the type that it says itself. */
export function callLines(args: readonly Term[], builtin: Builtin): readonly string[] {
  const scope = new TypeScope(new TypeTree(), "1.17", () => unknownType);
  const given = args.map((arg) => scope.typeOf(arg));
  return argumentLines(given, declaredTypes(builtin, "1.17").args);
}
