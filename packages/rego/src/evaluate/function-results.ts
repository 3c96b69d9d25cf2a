import type { Value } from "../value/value.js";
import { ValueTable } from "../value/value-table.js";
import { type Absent, absent, type Context } from "./context.js";

/** What a function gives for arguments that have values. */
export type Compute = (args: readonly Value[], context: Context) => Value | undefined;

/** Remembers what one function gave for which arguments, in one context. */
export interface FunctionResults {
  valueOf(args: readonly Value[], context: Context, compute: Compute): Value | undefined;
}

/**
 * As OPA remembers them where somebody can tell how often a function ran, e.g. by the lines that it prints: equal arguments are
 * the same call, and a call without value is made again.
 */
export class VisibleResults implements FunctionResults {
  readonly #calls = new ValueTable();
  readonly #values: Value[] = [];

  valueOf(args: readonly Value[], context: Context, compute: Compute): Value | undefined {
    const position = this.#calls.find(args);
    if (position >= 0) return this.#values[position];
    const value = compute(args, context);
    if (value === undefined) return undefined;
    this.#calls.append(args);
    this.#values.push(value);
    return value;
  }
}

/** For functions of one argument: texts, and collections by identity, are quickly found again. */
export class ResultsByArgument implements FunctionResults {
  readonly #values = new Map<Value, Value | Absent>();

  valueOf(args: readonly Value[], context: Context, compute: Compute): Value | undefined {
    const [argument] = args;
    if (typeof argument !== "string" && typeof argument !== "object") return compute(args, context);
    const known = this.#values.get(argument);
    if (known !== undefined) return known === absent ? undefined : known;
    const value = compute(args, context);
    this.#values.set(argument, value === undefined ? absent : value);
    return value;
  }
}

/** So many calls are compared one by one: the bodies of one rule ask the same few over and over. */
const recentCalls = 8;

/** For functions of several arguments: the calls made last, by the identity of what they were given. */
export class RecentResults implements FunctionResults {
  readonly #calls: { readonly args: readonly Value[]; readonly value: Value | undefined }[] = [];
  #next = 0;

  valueOf(args: readonly Value[], context: Context, compute: Compute): Value | undefined {
    for (const call of this.#calls) if (areSame(call.args, args)) return call.value;
    const value = compute(args, context);
    this.#calls[this.#next] = { args, value };
    this.#next = (this.#next + 1) % recentCalls;
    return value;
  }
}

/** Whether arguments are the same values, without a look into them. */
export function areSame(left: readonly Value[], right: readonly Value[]): boolean {
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}

/** Where the results of a function of so many arguments are kept. */
export function createFunctionResults(arity: number, { evaluation }: Context): FunctionResults {
  if (evaluation.isOrderVisible) return new VisibleResults();
  return arity === 1 ? new ResultsByArgument() : new RecentResults();
}
