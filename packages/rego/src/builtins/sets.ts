import { RegoSet } from "../value/set.js";
import { isSet, type SetValue } from "../value/value.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

const setOfSets = "xs: set[set[any]] -> y: set[any]";

/** Builtins of sets that are no operators. */
export const setBuiltins: readonly BuiltinDefinition[] = [
  { name: "intersection", signature: setOfSets, call: intersection },
  { name: "union", signature: setOfSets, call: union },
  {
    name: "set_diff",
    signature: "set[any], set[any] -> set[any]",
    deprecated: true,
    call: (operands) => operands.set(1).difference(operands.set(2)),
  },
];

function intersection(operands: Operands): SetValue {
  const [first, ...others] = memberSets(operands);
  return others.reduce((result, set) => result.intersection(set), first ?? new RegoSet());
}

function union(operands: Operands, context: BuiltinContext): RegoSet {
  const result = new RegoSet();
  for (const set of memberSets(operands)) {
    context.charge(set.size);
    for (const member of set.values()) result.add(member);
  }
  return result;
}

function memberSets(operands: Operands): readonly SetValue[] {
  const outer = operands.set(1);
  return outer.sorted().map((member) => {
    if (isSet(member)) return member;
    throw operands.mismatch(1, member, "set");
  });
}
