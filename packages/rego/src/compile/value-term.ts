import { type Scalar, scalar, type Term } from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { objectEntries } from "../value/collection.js";
import { isArray, isCollection, isSet, type Value } from "../value/value.js";

/** The term that stands for a value. */
export function termOf(value: Value, location: Location): Term {
  // What is no collection is a scalar.
  if (!isCollection(value)) return scalar(value as Scalar["value"], location);
  if (isArray(value)) return { kind: "array", items: value.map((item) => termOf(item, location)), location };
  if (isSet(value)) return { kind: "set", items: value.sorted().map((item) => termOf(item, location)), location };
  const entries = Array.from(
    objectEntries(value),
    ([key, item]) => [termOf(key, location), termOf(item, location)] as const,
  );
  return { kind: "object", entries, location };
}
