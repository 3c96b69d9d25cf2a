import { BOOL, listOf, parameter } from "../cel-type.js";
import type { CelList } from "../cel-value.js";
import type { Effort } from "../effort.js";
import { isEqual } from "../equality.js";
import { type FunctionDeclaration, functionOverload } from "../function-declaration.js";
import { productCost } from "./traversal-cost.js";

const LIST = listOf(parameter("T"));

const hasElement = (list: CelList, item: Parameters<typeof isEqual>[0], effort: Effort): boolean => {
  for (const element of list.values()) if (isEqual(element, item, effort)) return true;
  return false;
};

const contains = (list: CelList, part: CelList, effort: Effort): boolean => {
  for (const element of part.values()) if (!hasElement(list, element, effort)) return false;
  return true;
};

const intersects = (one: CelList, other: CelList, effort: Effort): boolean => {
  for (const element of one.values()) if (hasElement(other, element, effort)) return true;
  return false;
};

/**
 * Lists as sets.
 *
 * @source google/cel-go, ext/sets.go
 */
export const SETS: readonly FunctionDeclaration[] = [
  { name: "sets.contains", overloads: [functionOverload([LIST, LIST], BOOL, contains)], cost: productCost },
  {
    name: "sets.equivalent",
    overloads: [
      functionOverload(
        [LIST, LIST],
        BOOL,
        (one, other, effort) => contains(one, other, effort) && contains(other, one, effort),
      ),
    ],
    cost: (args) => 2 * productCost(args),
  },
  { name: "sets.intersects", overloads: [functionOverload([LIST, LIST], BOOL, intersects)], cost: productCost },
];
