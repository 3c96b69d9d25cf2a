import { isNumber } from "./number.js";
import { isArray, isSet, type Value } from "./value.js";

/** The name of a value's type. */
export type TypeName = "null" | "boolean" | "number" | "string" | "array" | "object" | "set";

/** The name of a value's type, as `type_name` and error messages give it. */
export function typeNameOf(value: Value): TypeName {
  if (value === null) return "null";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "string") return "string";
  if (isNumber(value)) return "number";
  if (isArray(value)) return "array";
  return isSet(value) ? "set" : "object";
}
