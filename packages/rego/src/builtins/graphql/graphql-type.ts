import type { TypeReference } from "./graphql-tree.js";

/** The name of a type, or of what its lists contain. */
export function nameOfType(type: TypeReference): string {
  let inner = type;
  while (inner.namedType === "" && inner.elem !== undefined) inner = inner.elem;
  return inner.namedType;
}

/** A type as documents write it: `[Int!]`. */
export function textOfType({ namedType, elem, nonNull }: TypeReference): string {
  const mark = nonNull ? "!" : "";
  return namedType !== "" || elem === undefined ? namedType + mark : `[${textOfType(elem)}]${mark}`;
}

/** Whether a value of one type may stand where another is expected. */
export function isCompatible(type: TypeReference, expected: TypeReference): boolean {
  if (type.namedType !== expected.namedType) return false;
  if (type.elem !== undefined && (expected.elem === undefined || !isCompatible(type.elem, expected.elem))) return false;
  return type.nonNull || !expected.nonNull;
}
