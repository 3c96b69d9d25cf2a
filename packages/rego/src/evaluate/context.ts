import type { BuiltinContext } from "../builtins/builtin.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import type { Reference as Release } from "../value/reference.js";
import type { Value } from "../value/value.js";
import type { Budget } from "./budget.js";
import type { FunctionResults } from "./function-results.js";
import type { Observer } from "./observer.js";

/** One line of `print`. */
export interface PrintedLine {
  readonly text: string;
  readonly file: string;
  readonly row: number;
}

/** Remembers that a rule has no value. */
export const absent = Symbol("absent");
export type Absent = typeof absent;

/** What is the same during one whole evaluation. */
export interface Evaluation {
  readonly budget: Budget;
  readonly release: Release;
  readonly builtins: BuiltinContext;
  /** Receives each line of `print`. */
  readonly print: (line: PrintedLine) => void;
  /** Sees each step, where the policy was planned for it. */
  readonly observer: Observer | undefined;
  /** Can somebody tell in which order solutions are found: by printed lines, steps, or the first error? */
  readonly isOrderVisible: boolean;
  /** The first error of a builtin; with strict errors it becomes the result. */
  firstBuiltinError: Diagnostic | undefined;
}

/** What replaces a function: another function, or a value for any arguments. */
export type Mock =
  | { readonly call: (args: readonly Value[], context: Context, location: Location) => Value | undefined }
  | { readonly value: Value };

/** The documents that a literal sees; each `with` makes another one. */
export interface Context {
  readonly evaluation: Evaluation;
  readonly input: Value | undefined;
  readonly data: Value;
  /** Paths under `data` that a `with` replaced: rules at and below them are hidden. */
  readonly replaced: readonly (readonly Value[])[];
  /** Replaced functions by name. */
  readonly mocks: ReadonlyMap<string, Mock> | undefined;
  /** Values of rules and documents, by the number of their node; `absent`: it has none. */
  readonly values: (Value | Absent | undefined)[];
  /** What functions gave, by the number of their node. */
  readonly results: (FunctionResults | undefined)[];
  /** The context outside of the `with`. */
  readonly outer: Context | undefined;
}

/** Values of variables, by slot; slot 0 holds the result of the running rule. */
export type Frame = (Value | undefined)[];

/** Finds further solutions; answers true when no more are wanted. */
export type Run = (frame: Frame, context: Context) => boolean;

/** A term that has at most one value. */
export type Evaluate = (frame: Frame, context: Context) => Value | undefined;

/** Takes one value of a term that may have several; answers true when no more are wanted. */
export type Consume = (value: Value, frame: Frame, context: Context) => boolean;

/** Compares a value with a pattern and binds the pattern's variables. */
export type Match = (value: Value, frame: Frame, context: Context) => boolean;
