import { membersOf } from "../../value/collection.js";
import { typeNameOf } from "../../value/type-name.js";
import { isArray, isSet, type Value } from "../../value/value.js";
import type { Operands } from "../operands.js";

/** A way into a value: keys, indexes as text or number, members of sets. */
export type JsonPath = readonly Value[];

/** The second operand as paths: an array or set of texts `a/b` or arrays of segments. */
export function readPaths(operands: Operands): readonly JsonPath[] {
  const paths = operands.value(2);
  if (!isArray(paths) && !isSet(paths)) throw operands.mismatch(2, paths, "set", "array");
  return membersOf(paths).map((path) => readPath(path, operands));
}

/** Slashes at the start of a text do not count; `~1` and `~0` stand for a slash and a tilde. */
export function readPath(path: Value, operands: Operands): JsonPath {
  if (isArray(path)) return path;
  if (typeof path !== "string") {
    const wanted = "operand 2 must be one of {set, array} containing string paths or array of path segments";
    throw operands.typeFault(`${wanted} but got ${typeNameOf(path)}`);
  }
  if (path === "") return [];
  const segments = path.replace(/^\/+/, "").split("/");
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
