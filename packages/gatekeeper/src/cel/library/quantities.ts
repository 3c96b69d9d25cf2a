import { CelError } from "../cel-error.js";
import { BOOL, DOUBLE, INT, opaque, STRING } from "../cel-type.js";
import { type CelType, type Evaluated, OpaqueValue } from "../cel-value.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";
import { isInt64 } from "../int64.js";
import { NANO, type ParsedQuantity, parseQuantity } from "./quantity-text.js";
import { traversalCost } from "./traversal-cost.js";

const QUANTITY: CelType<QuantityValue> = opaque("kubernetes.Quantity");

class QuantityValue extends OpaqueValue {
  readonly type = QUANTITY;
  readonly nano: bigint;
  /** Whether Kubernetes can tell that it is a whole number. */
  readonly isWhole: boolean;
  constructor({ nano, isWhole }: ParsedQuantity) {
    super();
    this.nano = nano;
    this.isWhole = isWhole;
  }
  override equals(other: OpaqueValue): boolean {
    return other instanceof QuantityValue && other.nano === this.nano;
  }
}

const sign = (value: bigint): bigint => {
  if (value === 0n) return 0n;
  return value > 0n ? 1n : -1n;
};

const asInteger = ({ nano, isWhole }: QuantityValue): bigint | undefined => {
  const whole = nano / NANO;
  return isWhole && isInt64(whole) ? whole : undefined;
};

const calculation = (name: string, calculate: (one: bigint, other: bigint) => bigint): FunctionDeclaration => ({
  name,
  overloads: [
    methodOverload(
      [QUANTITY, QUANTITY],
      QUANTITY,
      (one, other): Evaluated =>
        new QuantityValue({ nano: calculate(one.nano, other.nano), isWhole: one.isWhole && other.isWhole }),
    ),
    methodOverload(
      [QUANTITY, INT],
      QUANTITY,
      (one, other): Evaluated => new QuantityValue({ nano: calculate(one.nano, other * NANO), isWhole: one.isWhole }),
    ),
  ],
});

/**
 * Quantities of resources.
 *
 * @source k8s.io/apiserver, pkg/cel/library/quantity.go
 */
export const QUANTITIES: readonly FunctionDeclaration[] = [
  {
    name: "quantity",
    overloads: [
      functionOverload([STRING], QUANTITY, (text) => {
        const parsed = parseQuantity(text);
        return "nano" in parsed ? new QuantityValue(parsed) : CelError.of(parsed.fault);
      }),
    ],
    cost: traversalCost,
  },
  {
    name: "isQuantity",
    overloads: [functionOverload([STRING], BOOL, (text) => "nano" in parseQuantity(text))],
    cost: traversalCost,
  },
  { name: "sign", overloads: [functionOverload([QUANTITY], INT, ({ nano }) => sign(nano))] },
  {
    name: "isGreaterThan",
    overloads: [methodOverload([QUANTITY, QUANTITY], BOOL, (one, other) => one.nano > other.nano)],
  },
  {
    name: "isLessThan",
    overloads: [methodOverload([QUANTITY, QUANTITY], BOOL, (one, other) => one.nano < other.nano)],
  },
  {
    name: "compareTo",
    overloads: [methodOverload([QUANTITY, QUANTITY], INT, (one, other) => sign(one.nano - other.nano))],
  },
  {
    name: "asApproximateFloat",
    overloads: [methodOverload([QUANTITY], DOUBLE, ({ nano }) => Number(nano) / Number(NANO))],
  },
  {
    name: "asInteger",
    overloads: [
      methodOverload([QUANTITY], INT, (quantity) => {
        return asInteger(quantity) ?? CelError.of("cannot convert value to integer");
      }),
    ],
  },
  {
    name: "isInteger",
    overloads: [methodOverload([QUANTITY], BOOL, (quantity) => asInteger(quantity) !== undefined)],
  },
  calculation("add", (one, other) => one + other),
  calculation("sub", (one, other) => one - other),
];
