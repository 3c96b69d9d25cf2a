import { isIntegerText, isNumber, type RegoNumber, toSafeInteger } from "../value/number.js";
import { typeNameOf } from "../value/type-name.js";
import { isArray, isObjectValue, isSet, type ObjectValue, type SetValue, type Value } from "../value/value.js";
import { BuiltinFault } from "./builtin-fault.js";

const machineInteger = (value: RegoNumber): number | undefined =>
  typeof value === "bigint" && BigInt.asIntN(64, value) === value ? Number(value) : undefined;

/** The operands of one call; reading one of a wrong type faults in OPA's words. Positions count from 1. */
export class Operands {
  constructor(
    readonly name: string,
    readonly values: readonly Value[],
  ) {}

  /** The operand, whatever it is. */
  value(position: number): Value {
    return this.values[position - 1] ?? null;
  }

  string(position: number): string {
    const value = this.value(position);
    if (typeof value === "string") return value;
    throw this.mismatch(position, value, "string");
  }

  boolean(position: number): boolean {
    const value = this.value(position);
    if (typeof value === "boolean") return value;
    throw this.mismatch(position, value, "boolean");
  }

  number(position: number): RegoNumber {
    const value = this.value(position);
    if (isNumber(value)) return value;
    throw this.mismatch(position, value, "number");
  }

  array(position: number): readonly Value[] {
    const value = this.value(position);
    if (isArray(value)) return value;
    throw this.mismatch(position, value, "array");
  }

  set(position: number): SetValue {
    const value = this.value(position);
    if (isSet(value)) return value;
    throw this.mismatch(position, value, "set");
  }

  object(position: number): ObjectValue {
    const value = this.value(position);
    if (isObjectValue(value)) return value;
    throw this.mismatch(position, value, "object");
  }

  /** An integer of 64 bits, by its text: `1.0` is none. What JavaScript cannot hold exactly is far beyond every length. */
  integer(position: number): number {
    const value = this.number(position);
    const integer = isIntegerText(value) ? (toSafeInteger(value) ?? machineInteger(value)) : undefined;
    if (integer !== undefined) return integer;
    throw this.floatingPoint(position);
  }

  /** The fault of an operand of a wrong type. */
  mismatch(position: number, got: Value, ...expected: readonly string[]): BuiltinFault {
    const wanted = expected.length === 1 ? expected[0] : `one of {${expected.join(", ")}}`;
    return this.typeFault(`operand ${position} must be ${wanted} but got ${typeNameOf(got)}`);
  }

  /** The fault of a member of an operand that has a wrong type. */
  memberMismatch(position: number, collection: Value, got: Value, ...expected: readonly string[]): BuiltinFault {
    const type = typeNameOf(collection);
    const wanted = expected.length === 1 ? `${expected[0]}s` : `(any of) {${expected.join(", ")}}`;
    return this.typeFault(
      `operand ${position} must be ${type} of ${wanted} but got ${type} containing ${typeNameOf(got)}`,
    );
  }

  floatingPoint(position: number): BuiltinFault {
    return this.typeFault(`operand ${position} must be integer number but got floating-point number`);
  }

  /** A fault about an operand. */
  typeFault(message: string): BuiltinFault {
    return new BuiltinFault("eval_type_error", `${this.name}: ${message}`);
  }

  /** Any other fault. */
  fault(message: string): BuiltinFault {
    return new BuiltinFault("eval_builtin_error", `${this.name}: ${message}`);
  }
}
