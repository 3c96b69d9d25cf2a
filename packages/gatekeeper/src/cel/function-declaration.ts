import type { CelType, CelValue, Evaluated } from "./cel-value.js";
import type { Effort } from "./effort.js";

/** What a function does with its arguments; the receiver of a method is the first. */
export type Implementation = (args: readonly CelValue[], effort: Effort) => Evaluated;

/** One signature of a function. */
export interface Overload {
  /** `a.f(b)` or `f(a, b)`. */
  readonly style: "method" | "function";
  /** The types of the arguments, of the receiver of a method first. */
  readonly parameters: readonly CelType[];
  readonly result: CelType;
  /** `undefined` where the function has one implementation for all its overloads. */
  readonly run?: Implementation;
}

/** A function by its name, with every signature that it has. */
export interface FunctionDeclaration {
  readonly name: string;
  readonly overloads: readonly Overload[];
  /** The implementation of all overloads; it decides itself what it can be applied to. */
  readonly run?: Implementation;
  /** What a call costs, in the units of the cost limit, before it is made. Default: 1. */
  readonly cost?: (args: readonly CelValue[]) => number;
}

/** Functions by name. */
export type FunctionTable = ReadonlyMap<string, FunctionDeclaration>;

/** The values that belong to types. */
type ValuesOf<Parameters extends readonly CelType[]> = {
  [Position in keyof Parameters]: Parameters[Position] extends CelType<infer Value> ? Value : never;
};

/** An implementation for arguments of the types that are declared. */
type TypedRun<Parameters extends readonly CelType[]> = (
  ...args: [...values: ValuesOf<Parameters>, effort: Effort]
) => Evaluated;

const overload = <const Parameters extends readonly CelType[]>(
  style: Overload["style"],
  parameters: Parameters,
  result: CelType,
  run: TypedRun<Parameters> | undefined,
): Overload => {
  if (run === undefined) return { style, parameters, result };
  // Dispatch hands an overload only values of its types, which the compiler cannot see.
  const typed = run as (...args: readonly (CelValue | Effort)[]) => Evaluated;
  return { style, parameters, result, run: (args, effort) => typed(...args, effort) };
};

/** Declares `f(a, b)`. */
export const functionOverload = <const Parameters extends readonly CelType[]>(
  parameters: Parameters,
  result: CelType,
  run?: TypedRun<Parameters>,
): Overload => overload("function", parameters, result, run);

/** Declares `a.f(b)`. */
export const methodOverload = <const Parameters extends readonly CelType[]>(
  parameters: Parameters,
  result: CelType,
  run?: TypedRun<Parameters>,
): Overload => overload("method", parameters, result, run);

const merge = (one: FunctionDeclaration | undefined, other: FunctionDeclaration): FunctionDeclaration => {
  if (one === undefined) return other;
  return { ...other, ...one, overloads: [...one.overloads, ...other.overloads] };
};

/** Puts libraries together; overloads that several of them have for one name are one function. */
export const functionTable = (libraries: readonly (readonly FunctionDeclaration[])[]): FunctionTable => {
  const table = new Map<string, FunctionDeclaration>();
  for (const declaration of libraries.flat()) {
    table.set(declaration.name, merge(table.get(declaration.name), declaration));
  }
  return table;
};
