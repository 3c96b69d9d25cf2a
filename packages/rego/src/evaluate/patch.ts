import { certain } from "../value/certain.js";
import { objectKeys, property } from "../value/collection.js";
import { RegoObject } from "../value/object.js";
import { isObjectValue, type Value } from "../value/value.js";

/** What becomes of a value on the way that is no object: it gives way to one, or the replacement is refused. */
export type OnScalar = "replace" | "refuse";

/**
 * A document with another value at a path; the original is not changed. Missing objects on the way are made.
 *
 * @returns undefined when the replacement is refused
 */
export function replaceAt(
  document: Value | undefined,
  path: readonly Value[],
  value: Value,
  onScalar: OnScalar,
): Value | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (document !== undefined && !isObjectValue(document) && onScalar === "refuse") return undefined;
  const object = isObjectValue(document) ? document : {};
  const replaced = replaceAt(property(object, key), rest, value, onScalar);
  if (replaced === undefined) return undefined;
  const copy = new RegoObject();
  for (const other of objectKeys(object)) {
    copy.set(other, certain(property(object, other), "member"));
  }
  copy.set(key, replaced);
  return copy;
}
