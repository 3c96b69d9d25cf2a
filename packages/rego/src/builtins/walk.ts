import { get, keysOf } from "../value/collection.js";
import type { Value } from "../value/value.js";
import type { BuiltinContext, RelationUse } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

/** The relation of a value to everything inside it. */
export const walkBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "walk",
    signature: "x: any -> output: [array[any], any]",
    relation: true,
    call: (operands) => [[], operands.value(1)],
    enumerate: walk,
  },
];

interface Place {
  readonly value: Value;
  readonly path: readonly Value[];
}

/** The value itself, then its members in order, depth first. Without paths, a million members cost a million steps. */
function walk(
  operands: Operands,
  context: BuiltinContext,
  visit: (result: Value) => boolean,
  use: RelationUse = {},
): void {
  const pending: Place[] = [{ value: operands.value(1), path: [] }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { value, path } = place;
    context.charge(1 + path.length);
    if (visit([path, value])) return;
    for (const key of keysOf(value).toReversed()) {
      const member = get(value, key);
      if (member !== undefined) pending.push({ value: member, path: use.ignoresPath === true ? path : [...path, key] });
    }
  }
}
