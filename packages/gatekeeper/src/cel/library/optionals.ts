import { CelError } from "../cel-error.js";
import { BOOL, INT, listOf, mapOf, optionalOf, parameter } from "../cel-type.js";
import { CelDuration, CelList, CelMap, CelOptional, CelUint, type CelValue } from "../cel-value.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";

const K = parameter("K");
const V = parameter("V");
const OPTIONAL = optionalOf(V);

/** Whether a value is what its type begins with: 0, an empty text, an empty list, null. */
const isZero = (value: CelValue): boolean => {
  if (value instanceof CelList || value instanceof CelMap) return value.size === 0;
  if (value instanceof Uint8Array) return value.length === 0;
  if (value instanceof CelUint) return value.value === 0n;
  if (value instanceof CelDuration) return value.nanoseconds === 0n;
  if (value instanceof CelOptional) return value.value === undefined;
  return value === null || value === false || value === 0 || value === 0n || value === "";
};

/**
 * Values that may be absent. `or`, `orValue` and the optional index are evaluated elsewhere and only declared here.
 *
 * @source google/cel-go, cel/library.go, OptionalTypes
 */
export const OPTIONALS: readonly FunctionDeclaration[] = [
  { name: "optional.of", overloads: [functionOverload([V], OPTIONAL, (value) => CelOptional.of(value))] },
  {
    name: "optional.ofNonZeroValue",
    overloads: [functionOverload([V], OPTIONAL, (value) => (isZero(value) ? CelOptional.none : CelOptional.of(value)))],
  },
  { name: "optional.none", overloads: [functionOverload([], OPTIONAL, () => CelOptional.none)] },
  {
    name: "value",
    overloads: [
      methodOverload([OPTIONAL], V, ({ value }) => {
        return value === undefined ? CelError.of("optional.none() dereference") : value;
      }),
    ],
  },
  { name: "hasValue", overloads: [methodOverload([OPTIONAL], BOOL, (optional) => optional.value !== undefined)] },
  { name: "or", overloads: [methodOverload([OPTIONAL, OPTIONAL], OPTIONAL)] },
  { name: "orValue", overloads: [methodOverload([OPTIONAL, V], V)] },
  {
    name: "_[?_]",
    overloads: [
      functionOverload([listOf(V), INT], OPTIONAL),
      functionOverload([optionalOf(listOf(V)), INT], OPTIONAL),
      functionOverload([mapOf(K, V), K], OPTIONAL),
      functionOverload([optionalOf(mapOf(K, V)), K], OPTIONAL),
    ],
  },
  {
    name: "first",
    overloads: [methodOverload([listOf(V)], OPTIONAL, (list) => optionalElement(list, 0))],
  },
  {
    name: "last",
    overloads: [methodOverload([listOf(V)], OPTIONAL, (list) => optionalElement(list, list.size - 1))],
  },
];

const optionalElement = (list: CelList, index: number): CelOptional => {
  const element = list.at(index);
  return element === undefined ? CelOptional.none : CelOptional.of(element);
};
