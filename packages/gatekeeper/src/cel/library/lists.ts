import { add } from "../arithmetic.js";
import { CelError, NO_SUCH_OVERLOAD } from "../cel-error.js";
import { BOOL, BYTES, DOUBLE, DURATION, INT, listOf, parameter, STRING, TIMESTAMP, UINT } from "../cel-type.js";
import { CelDuration, type CelList, CelUint, type CelValue, type Evaluated } from "../cel-value.js";
import type { Effort } from "../effort.js";
import { isEqual } from "../equality.js";
import { type FunctionDeclaration, methodOverload } from "../function-declaration.js";
import { compareValues, isOrdered } from "../ordering.js";
import { elementCost } from "./traversal-cost.js";

const A = parameter("A");

/** Types whose values have an order. */
export const COMPARABLE = [INT, UINT, DOUBLE, BOOL, DURATION, TIMESTAMP, STRING, BYTES] as const;

const isSorted = (list: CelList): Evaluated => {
  let previous: CelValue | undefined;
  for (const element of list.values()) {
    if (!isOrdered(element)) return NO_SUCH_OVERLOAD;
    if (previous !== undefined && compareValues(previous, element) === 1) return false;
    previous = element;
  }
  return true;
};

const sum = (list: CelList, zero: CelValue): Evaluated => {
  let total: CelValue = zero;
  for (const element of list.values()) {
    const next = add(total, element);
    if (next instanceof CelError) return next;
    total = next;
  }
  return total;
};

/** The element that comes before all others in an order; the first one of equal ones. */
const extreme = (list: CelList, name: string, better: number): Evaluated => {
  let best: CelValue | undefined;
  for (const element of list.values()) {
    if (!isOrdered(element)) return NO_SUCH_OVERLOAD;
    if (best === undefined || compareValues(element, best) === better) best = element;
  }
  return best ?? CelError.of(`${name} called on empty list`);
};

const indexOf = (list: CelList, item: CelValue, effort: Effort): Evaluated => {
  let index = 0n;
  for (const element of list.values()) {
    if (isEqual(element, item, effort)) return index;
    index += 1n;
  }
  return -1n;
};

const lastIndexOf = (list: CelList, item: CelValue, effort: Effort): Evaluated => {
  for (let index = list.size - 1; index >= 0; index -= 1) {
    const element = list.at(index);
    if (element !== undefined && isEqual(element, item, effort)) return BigInt(index);
    if (effort.stopped !== undefined) return effort.stopped;
  }
  return -1n;
};

/**
 * The list functions of Kubernetes.
 *
 * @source k8s.io/apiserver, pkg/cel/library/lists.go
 */
export const LISTS: readonly FunctionDeclaration[] = [
  {
    name: "isSorted",
    overloads: COMPARABLE.map((type) => methodOverload([listOf(type)], BOOL, isSorted)),
    cost: elementCost,
  },
  {
    name: "sum",
    overloads: [
      methodOverload([listOf(INT)], INT, (list) => sum(list, 0n)),
      methodOverload([listOf(UINT)], UINT, (list) => sum(list, new CelUint(0n))),
      methodOverload([listOf(DOUBLE)], DOUBLE, (list) => sum(list, 0)),
      methodOverload([listOf(DURATION)], DURATION, (list) => sum(list, new CelDuration(0n))),
    ],
    cost: elementCost,
  },
  {
    name: "max",
    overloads: COMPARABLE.map((type) => methodOverload([listOf(type)], type, (list) => extreme(list, "max", 1))),
    cost: elementCost,
  },
  {
    name: "min",
    overloads: COMPARABLE.map((type) => methodOverload([listOf(type)], type, (list) => extreme(list, "min", -1))),
    cost: elementCost,
  },
  { name: "indexOf", overloads: [methodOverload([listOf(A), A], INT, indexOf)] },
  { name: "lastIndexOf", overloads: [methodOverload([listOf(A), A], INT, lastIndexOf)] },
];
