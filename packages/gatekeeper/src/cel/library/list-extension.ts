import { CelError } from "../cel-error.js";
import { ValueList } from "../cel-list.js";
import { DYN, INT, listOf, parameter } from "../cel-type.js";
import { CelList, type CelValue, type Evaluated } from "../cel-value.js";
import type { Effort } from "../effort.js";
import { isEqual } from "../equality.js";
import {
  type FunctionDeclaration,
  functionOverload,
  type Implementation,
  methodOverload,
} from "../function-declaration.js";
import { compareValues, isOrdered } from "../ordering.js";
import { runtimeType } from "../runtime-type.js";
import { COMPARABLE } from "./lists.js";
import { productCost, sizeOf } from "./traversal-cost.js";

const T = parameter("T");
const LIST = listOf(T);

const slice = (list: CelList, start: bigint, end: bigint): Evaluated => {
  const call = `cannot slice(${start}, ${end})`;
  if (start < 0n || end < 0n) return CelError.of(`${call}, negative indexes not supported`);
  if (start > end) return CelError.of(`${call}, start index must be less than or equal to end index`);
  if (BigInt(list.size) < end) return CelError.of(`${call}, list is length ${list.size}`);
  const taken: CelValue[] = [];
  for (let index = Number(start); index < Number(end); index += 1) taken.push(list.at(index) ?? null);
  return new ValueList(taken);
};

const flattenInto = (list: CelList, depth: bigint, flat: CelValue[], effort: Effort): void => {
  for (const element of list.values()) {
    if (!effort.step()) return;
    if (element instanceof CelList && depth > 0n) flattenInto(element, depth - 1n, flat, effort);
    else flat.push(element);
  }
};

/** `flatten` is asked of lists that are flat already too, whatever it is declared for. */
const flatten: Implementation = (args, effort) => {
  const [list = null, depth = 1n] = args;
  if (!(list instanceof CelList) || typeof depth !== "bigint") {
    const [receiver = "", ...others] = args.map((value) => runtimeType(value).name);
    return CelError.of(`no such overload: ${receiver}.flatten(${others.join(", ")})`);
  }
  if (depth < 0n) return CelError.of("level must be non-negative");
  const flat: CelValue[] = [];
  flattenInto(list, depth, flat, effort);
  return new ValueList(flat);
};

/** Why the values of a list cannot be sorted by; `undefined` when they can. */
const sortingFault = (keys: readonly CelValue[]): CelError | undefined => {
  const [first] = keys;
  if (first === undefined) return undefined;
  if (!isOrdered(first)) return CelError.of("list elements must be comparable");
  const isUniform = keys.every((key) => runtimeType(key).name === runtimeType(first).name);
  return isUniform ? undefined : CelError.of("list elements must have the same type");
};

const order = (one: CelValue, other: CelValue): number => {
  const compared = compareValues(one, other);
  return compared instanceof CelError ? 0 : compared;
};

const sortBy = (list: CelList, keyList: CelList): Evaluated => {
  const keys = [...keyList.values()];
  const fault = sortingFault(keys);
  if (fault !== undefined) return fault;
  const pairs = [...list.values()].map((element, index) => [keys[index] ?? null, element] as const);
  return new ValueList(pairs.toSorted(([one], [other]) => order(one, other)).map(([, element]) => element));
};

const distinct = (list: CelList, effort: Effort): Evaluated => {
  const unique: CelValue[] = [];
  for (const element of list.values()) {
    if (!unique.some((other) => isEqual(element, other, effort))) unique.push(element);
    if (effort.stopped !== undefined) return effort.stopped;
  }
  return new ValueList(unique);
};

const range = (end: bigint): Evaluated =>
  new ValueList(Array.from({ length: Math.max(0, Number(end)) }, (_, index) => BigInt(index)));

const allocationCost = (size: number): number => 11 + size;

/**
 * The list functions of cel-go's extension, version 3; `sortBy` is a macro over `@sortByAssociatedKeys`.
 *
 * @source google/cel-go, ext/lists.go
 */
export const LIST_EXTENSION: readonly FunctionDeclaration[] = [
  {
    name: "slice",
    overloads: [methodOverload([LIST, INT, INT], LIST, slice)],
    cost: ([list]) => allocationCost(sizeOf(list)),
  },
  {
    name: "flatten",
    overloads: [methodOverload([listOf(LIST)], LIST), methodOverload([listOf(DYN), INT], listOf(DYN))],
    run: flatten,
    cost: ([list]) => allocationCost(sizeOf(list)),
  },
  {
    name: "sort",
    overloads: COMPARABLE.map((type) => methodOverload([listOf(type)], listOf(type), (list) => sortBy(list, list))),
    cost: ([list]) => productCost([list ?? null, list ?? null]),
  },
  {
    name: "@sortByAssociatedKeys",
    overloads: COMPARABLE.map((type) => methodOverload([LIST, listOf(type)], LIST, sortBy)),
    cost: ([list]) => productCost([list ?? null, list ?? null]),
  },
  {
    name: "lists.range",
    overloads: [functionOverload([INT], listOf(INT), range)],
    cost: ([end]) => allocationCost(typeof end === "bigint" ? Math.max(0, Number(end)) : 0),
  },
  {
    name: "reverse",
    overloads: [methodOverload([LIST], LIST, (list) => new ValueList([...list.values()].reverse()))],
    cost: ([list]) => allocationCost(sizeOf(list)),
  },
  {
    name: "distinct",
    overloads: [methodOverload([LIST], LIST, distinct)],
    cost: ([list]) => productCost([list ?? null, list ?? null]),
  },
];
