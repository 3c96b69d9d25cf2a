import { add, divide, modulo, multiply, negate, subtract, unsupported } from "../arithmetic.js";
import { CelError, NO_SUCH_OVERLOAD } from "../cel-error.js";
import {
  BOOL,
  BYTES,
  DOUBLE,
  DURATION,
  INT,
  listOf,
  mapOf,
  optionalOf,
  parameter,
  STRING,
  TIMESTAMP,
  UINT,
} from "../cel-type.js";
import { CelList, CelMap, type CelType, type CelValue } from "../cel-value.js";
import type { Effort } from "../effort.js";
import { isEqual } from "../equality.js";
import { type FunctionDeclaration, functionOverload, methodOverload, type Overload } from "../function-declaration.js";
import { compareValues, isOrdered } from "../ordering.js";
import { sizeOf, traversalCost } from "./traversal-cost.js";

const A = parameter("A");
const B = parameter("B");
const LIST = listOf(A);
const MAP = mapOf(A, B);

const same = (...types: readonly CelType[]): readonly Overload[] =>
  types.map((type) => functionOverload([type, type], type));

const NUMBERS = [INT, UINT, DOUBLE];

/** The pairs of types that have an order; numbers of different types too, in Kubernetes since 1.28. */
const ORDERED: readonly Overload[] = [
  ...[BOOL, STRING, BYTES, TIMESTAMP, DURATION].map((type) => functionOverload([type, type], BOOL)),
  ...NUMBERS.flatMap((one) => NUMBERS.map((other) => functionOverload([one, other], BOOL))),
];

const relation = (name: string, holds: (order: number) => boolean): FunctionDeclaration => ({
  name,
  overloads: ORDERED,
  run: ([left = null, right = null]) => {
    if (!isOrdered(left)) return CelError.of(`no such overload: ${name}`);
    const order = compareValues(left, right);
    return order instanceof CelError ? order : holds(order);
  },
  cost: ([left, right]) => Math.max(1, Math.min(traversalCost([left]), traversalCost([right]))),
});

const equality = (name: string, wanted: boolean): FunctionDeclaration => ({
  name,
  overloads: [functionOverload([A, A], BOOL)],
  run: ([left = null, right = null], effort) => isEqual(left, right, effort) === wanted,
  cost: ([left, right]) => Math.min(traversalCost([left]), traversalCost([right])),
});

const contains = (item: CelValue, container: CelValue, effort: Effort): boolean | CelError => {
  if (container instanceof CelMap) return container.find(item) !== undefined;
  if (!(container instanceof CelList)) return NO_SUCH_OVERLOAD;
  for (const value of container.values()) if (isEqual(value, item, effort)) return true;
  return false;
};

const ARITHMETIC: readonly FunctionDeclaration[] = [
  {
    name: "_+_",
    overloads: [
      ...same(BYTES, DOUBLE, DURATION, INT, LIST, STRING, UINT),
      functionOverload([DURATION, TIMESTAMP], TIMESTAMP),
      functionOverload([TIMESTAMP, DURATION], TIMESTAMP),
    ],
    run: ([left = null, right = null]) => add(left, right),
    cost: ([left, right]) =>
      typeof left === "string" || left instanceof Uint8Array ? traversalCost([left, right]) : 1,
  },
  {
    name: "_-_",
    overloads: [
      ...same(DOUBLE, DURATION, INT, UINT),
      functionOverload([TIMESTAMP, DURATION], TIMESTAMP),
      functionOverload([TIMESTAMP, TIMESTAMP], DURATION),
    ],
    run: ([left = null, right = null]) => subtract(left, right),
  },
  { name: "_*_", overloads: same(DOUBLE, INT, UINT), run: ([left = null, right = null]) => multiply(left, right) },
  { name: "_/_", overloads: same(DOUBLE, INT, UINT), run: ([left = null, right = null]) => divide(left, right) },
  { name: "_%_", overloads: same(INT, UINT), run: ([left = null, right = null]) => modulo(left, right) },
  {
    name: "-_",
    overloads: [functionOverload([INT], INT), functionOverload([DOUBLE], DOUBLE)],
    run: ([value = null]) => negate(value),
  },
];

/**
 * The operators, and `size`. `&&`, `||`, `? :` and the index are evaluated elsewhere and only declared here.
 *
 * @source google/cel-go, common/stdlib/standard.go
 */
export const OPERATORS: readonly FunctionDeclaration[] = [
  ...ARITHMETIC,
  { name: "_?_:_", overloads: [functionOverload([BOOL, A, A], A)] },
  { name: "_&&_", overloads: [functionOverload([BOOL, BOOL], BOOL)] },
  { name: "_||_", overloads: [functionOverload([BOOL, BOOL], BOOL)] },
  {
    name: "!_",
    overloads: [functionOverload([BOOL], BOOL)],
    run: ([value]) => (typeof value === "boolean" ? !value : NO_SUCH_OVERLOAD),
  },
  equality("_==_", true),
  equality("_!=_", false),
  relation("_<_", (order) => order < 0),
  relation("_<=_", (order) => order <= 0),
  relation("_>_", (order) => order > 0),
  relation("_>=_", (order) => order >= 0),
  {
    name: "_[_]",
    overloads: [
      functionOverload([LIST, INT], A),
      functionOverload([MAP, A], B),
      functionOverload([optionalOf(LIST), INT], optionalOf(A)),
      functionOverload([optionalOf(MAP), A], optionalOf(B)),
    ],
  },
  {
    name: "@in",
    overloads: [functionOverload([A, LIST], BOOL), functionOverload([A, MAP], BOOL)],
    run: ([item = null, container = null], effort) => contains(item, container, effort),
    cost: ([, container]) => (container instanceof CelList ? sizeOf(container) : 1),
  },
  {
    name: "size",
    overloads: [STRING, BYTES, LIST, MAP].flatMap((type) => [
      functionOverload([type], INT),
      methodOverload([type], INT),
    ]),
    run: ([value = null]) => {
      if (typeof value === "string") return BigInt([...value].length);
      if (value instanceof Uint8Array) return BigInt(value.length);
      if (value instanceof CelList || value instanceof CelMap) return BigInt(value.size);
      return unsupported("size", value);
    },
  },
];
