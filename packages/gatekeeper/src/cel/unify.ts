import { DYN, FAULTY, isSameType } from "./cel-type.js";
import type { CelType } from "./cel-value.js";

const isDynOrFaulty = ({ kind }: CelType): boolean => kind === "dyn" || kind === "error";

/** Types that null goes with. */
const isNullable = ({ kind, name }: CelType): boolean =>
  kind === "opaque" || kind === "object" || kind === "null" || name.startsWith("google.protobuf.");

/** Whether a type says no more than another one. */
const isEqualOrLessSpecific = (one: CelType, other: CelType): boolean => {
  if (one.kind === "dyn" || one.kind === "parameter") return true;
  if (other.kind === "dyn" || other.kind === "parameter") return false;
  if (one.kind !== other.kind || one.name !== other.name) return false;
  return one.parameters.every((type, index) => isEqualOrLessSpecific(type, other.parameters[index] ?? FAULTY));
};

/** The more general one of two types that go together. */
export const mostGeneral = (one: CelType, other: CelType): CelType => (isEqualOrLessSpecific(one, other) ? one : other);

/**
 * What type parameters stand for, found out while an expression is checked.
 *
 * @source google/cel-go, checker/types.go
 */
export class Substitution {
  readonly #bound = new Map<string, CelType>();
  #undo: (readonly [name: string, before: CelType | undefined])[] = [];
  #fresh = 0;

  /** A type parameter that stands for nothing yet. */
  freshParameter(): CelType {
    this.#fresh += 1;
    return { kind: "parameter", name: `_var${this.#fresh - 1}`, parameters: [] };
  }

  /** Whether each of some types goes with what is expected in its place; if not, nothing is learnt. */
  assign(given: readonly CelType[], expected: readonly CelType[]): boolean {
    this.#undo = [];
    if (this.#assignAll(given, expected)) return true;
    for (const [name, before] of this.#undo.toReversed()) {
      if (before === undefined) this.#bound.delete(name);
      else this.#bound.set(name, before);
    }
    return false;
  }

  /** A type with its parameters replaced by what they stand for; those that stand for nothing stay. */
  resolve(type: CelType): CelType {
    const bound = type.kind === "parameter" ? this.#bound.get(type.name) : undefined;
    if (bound !== undefined) return this.resolve(bound);
    if (type.parameters.length === 0) return type;
    return { ...type, parameters: type.parameters.map((inner) => this.resolve(inner)) };
  }

  /** A type with its parameters replaced; those that stand for nothing become `dyn`. */
  finish(type: CelType): CelType {
    const resolved = this.resolve(type);
    if (resolved.kind === "parameter") return DYN;
    if (resolved.parameters.length === 0) return resolved;
    return { ...resolved, parameters: resolved.parameters.map((inner) => this.finish(inner)) };
  }

  #assignAll(given: readonly CelType[], expected: readonly CelType[]): boolean {
    if (given.length !== expected.length) return false;
    return given.every((type, index) => this.#isAssignable(type, expected[index] ?? FAULTY));
  }

  #isAssignable(given: CelType, expected: CelType): boolean {
    if (expected.kind === "parameter") {
      const before = this.#bound.has(expected.name);
      if (this.#bind(given, expected)) return true;
      if (before) return false;
    }
    if (given.kind === "parameter") return this.#bind(expected, given);
    if (isDynOrFaulty(given) || isDynOrFaulty(expected)) return true;
    if (given.kind === "null") return isNullable(expected);
    if (expected.kind === "null") return isNullable(given);
    if (given.kind === "type") return expected.kind === "type";
    return given.name === expected.name && this.#assignAll(given.parameters, expected.parameters);
  }

  /** Lets a parameter stand for a type, unless it stands for another one or occurs in it. */
  #bind(type: CelType, parameter: CelType): boolean {
    if (isSameType(type, parameter)) return true;
    const before = this.#bound.get(parameter.name);
    if (before === undefined) return this.#set(parameter, type);
    if (isSameType(type, before)) return true;
    if (!this.#isAssignable(type, before)) return false;
    this.#set(parameter, mostGeneral(type, before));
    return true;
  }

  #set(parameter: CelType, type: CelType): boolean {
    if (this.#occursIn(parameter, type)) return false;
    this.#undo.push([parameter.name, this.#bound.get(parameter.name)]);
    this.#bound.set(parameter.name, type);
    return true;
  }

  #occursIn(parameter: CelType, type: CelType): boolean {
    if (type.kind !== "parameter") return type.parameters.some((inner) => this.#occursIn(parameter, inner));
    if (type.name === parameter.name) return true;
    const bound = this.#bound.get(type.name);
    return bound !== undefined && this.#occursIn(parameter, bound);
  }
}
