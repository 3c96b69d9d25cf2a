import type { Reference } from "../value/reference.js";
import type { Value } from "../value/value.js";
import type { DirectAnswer } from "./direct-answers.js";
import type { RegexEngine } from "./regex/regex-engine.js";

export { BuiltinFault, type BuiltinFaultCode } from "./builtin-fault.js";

/** A function of the language that is not written in it. */
export interface Builtin {
  /** As policies call it: `startswith`, `object.get`; operators by their names: `plus`. */
  readonly name: string;
  /** The sign of an operator. */
  readonly infix?: string | undefined;
  /** How many arguments it takes; infinitely many: any number. */
  readonly arity: number;
  /** Labels and types of arguments and result, see {@link readSignature}. */
  readonly signature: string;
  /** The result in release 1.22, where it has a narrower type. */
  readonly newerResult?: string | undefined;
  /** Only in Rego v0; v1 refuses calls. */
  readonly deprecated?: true | undefined;
  /** It can have several results: `enumerate` is used instead of `call`. */
  readonly relation?: true | undefined;
  /** The source that the host has to inject. */
  readonly impure?: "now" | "random" | "uuid" | undefined;
  /** Its answer for operands of the usual types, where that is quicker than a call. */
  readonly direct?: DirectAnswer | undefined;
  /** Its work is worth remembering for the next call with the same operands. */
  readonly remembered?: true | undefined;
  /**
   * The result, or undefined when there is none.
   *
   * @throws BuiltinFault - an operand of a wrong type or value
   */
  call(args: readonly Value[], context: BuiltinContext): Value | undefined;
  /** Gives each result to `visit`, which answers true to stop. */
  enumerate?(
    args: readonly Value[],
    context: BuiltinContext,
    visit: (result: Value) => boolean,
    use?: RelationUse,
  ): void;
}

/** What the caller does with the results of a relation. */
export interface RelationUse {
  /** The path of a `walk` is not looked at, so that none is built: it is given as an empty array. */
  readonly ignoresPath?: true;
}

/** What a builtin may use of the evaluation that calls it. */
export interface BuiltinContext {
  /** The release of OPA whose answers are given. */
  readonly reference: Reference;
  /** Nanoseconds since 1970, the same during one evaluation. */
  readonly now: (() => bigint) | undefined;
  /** Random numbers from 0 inclusive to 1 exclusive. */
  readonly random: (() => number) | undefined;
  /** Random UUIDs, version 4. */
  readonly uuid: (() => string) | undefined;
  /** The addresses of a host name, none for a name that nobody has. */
  readonly lookUp: ((name: string) => readonly string[]) | undefined;
  /** What `opa.runtime` returns. */
  readonly runtime: Value;
  /** Compiles patterns in RE2 syntax. */
  readonly regex: RegexEngine;
  readonly limits: BuiltinLimits;
  /**
   * Counts work that is proportional to what a call produces.
   *
   * @throws the evaluator's fault when its limit is reached
   */
  charge(units: number): void;
  /**
   * Refuses a result that would be larger than a limit.
   *
   * @throws the evaluator's limit fault
   */
  exceed(limit: keyof BuiltinLimits): never;
  /** Records a note of `trace`. */
  note(text: string): void;
  /** Lives for one evaluation: compiled patterns, answers of `rand.intn` and `uuid.rfc4122`. */
  readonly memory: Map<string, unknown>;
}

/** The largest results that a builtin may produce. */
export interface BuiltinLimits {
  /** UTF-16 units of a string. */
  readonly stringLength: number;
  /** Members of a collection. */
  readonly collectionSize: number;
  /** Decimal digits of a number. */
  readonly digits: number;
}
