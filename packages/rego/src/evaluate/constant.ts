import type { Term } from "../syntax/ast.js";
import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";

/** The value of a term without variables, references, calls and comprehensions; otherwise undefined. */
export function constantValue(term: Term): Value | undefined {
  switch (term.kind) {
    case "scalar":
      return term.value;
    case "array":
      return constantItems(term.items);
    case "set": {
      const items = constantItems(term.items);
      return items === undefined ? undefined : new RegoSet(items);
    }
    case "object":
      return constantObject(term.entries);
    default:
      return undefined;
  }
}

function constantItems(items: readonly Term[]): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const item of items) {
    const value = constantValue(item);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function constantObject(entries: readonly (readonly [Term, Term])[]): Value | undefined {
  const object = new RegoObject();
  for (const [keyTerm, valueTerm] of entries) {
    const key = constantValue(keyTerm);
    const value = constantValue(valueTerm);
    if (key === undefined || value === undefined) return undefined;
    object.set(key, value);
  }
  return object;
}
