import type { Term } from "../../syntax/ast.js";
import type { Type } from "../../value/type.js";
import { select, valuesOfType } from "./type-algebra.js";

/** The type at the end of a path through a value. */
export function selectPath(type: Type, path: readonly Term[]): Type {
  let current = type;
  for (const part of path) current = part.kind === "scalar" ? select(current, part.value) : valuesOfType(current);
  return current;
}
