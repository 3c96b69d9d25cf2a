import { certain } from "./certain.js";
import { compareText } from "./text-order.js";
import type { PlainObject } from "./value.js";

/** The own keys of a JSON object in code point order. */
export function sortedKeys(object: PlainObject): readonly string[] {
  const keys = Object.keys(object);
  return isSorted(keys) ? keys : keys.sort(compareText);
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index += 1) {
    if (compareText(certain(keys[index - 1], "key"), certain(keys[index], "key")) > 0) return false;
  }
  return true;
}
