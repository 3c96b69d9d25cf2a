import type { RegexEngine } from "../builtins/regex-engine.js";
import { diagnose, type Outcome } from "../syntax/diagnostic.js";
import { nowhere } from "../syntax/location.js";
import { fromJson } from "../value/json.js";
import type { Reference as Release } from "../value/reference.js";
import type { Value } from "../value/value.js";
import { Budget, defaultLimits, type Limits } from "./budget.js";
import type { Context, Evaluation, PrintedLine } from "./context.js";
import type { Observer } from "./observer.js";

/** Documents, sources and limits of one evaluation. */
export interface EvaluateOptions {
  /** The input document, as JavaScript values; absent: undefined. It is neither copied nor changed. */
  readonly input?: unknown;
  /** The input document as a Rego value, instead of `input`. */
  readonly inputValue?: Value;
  /** Base documents under `data`. Default `{}`. An object that a prepared query saw the last time is not checked again. */
  readonly data?: unknown;
  /** Base documents as a Rego value, instead of `data`: they are not checked again. */
  readonly dataValue?: Value;
  /** Makes the first error of a builtin the result. Default false: the call is undefined. */
  readonly strictBuiltinErrors?: boolean;
  readonly limits?: Partial<Limits>;
  /** A budget that several evaluations share, instead of `limits`. */
  readonly budget?: Budget;
  /** Asked every 1,024 steps; true cancels the evaluation. */
  readonly shouldStop?: () => boolean;
  /** Nanoseconds since 1970, for `time.now_ns`. */
  readonly now?: () => bigint;
  /** Numbers from 0 inclusive to 1 exclusive, for `rand.intn`. */
  readonly random?: () => number;
  /** Random UUIDs, for `uuid.rfc4122`. */
  readonly uuid?: () => string;
  /** What `opa.runtime` returns. Default `{}`. */
  readonly runtime?: unknown;
  /** Receives the lines of `print`. */
  readonly print?: (line: PrintedLine) => void;
  /** Sees each step: trace, coverage, explanations. */
  readonly observer?: Observer;
  /** Compiles regular expressions. Default: RE2. */
  readonly regex?: RegexEngine;
}

const ignore = (): void => undefined;

const limitsOf = ({ limits }: EvaluateOptions): Limits =>
  limits === undefined ? defaultLimits : { ...defaultLimits, ...limits };

/** For hosts that left the engine out. */
const noRegexEngine: RegexEngine = {
  compile: () => ({ ok: false, message: "no engine for regular expressions was given" }),
};

/** The context in which an evaluation begins. */
export function createContext(options: EvaluateOptions, release: Release): Outcome<Context> {
  const input = options.inputValue ?? (options.input === undefined ? undefined : fromJson(options.input));
  const isInputBad = options.inputValue === undefined && options.input !== undefined && input === undefined;
  if (isInputBad) return refuse("input");
  const data = options.dataValue ?? fromJson(options.data ?? {});
  if (data === undefined) return refuse("data");
  const runtime = fromJson(options.runtime ?? {});
  if (runtime === undefined) return refuse("runtime");
  const budget = options.budget ?? new Budget(limitsOf(options), options.shouldStop);
  const evaluation: Evaluation = {
    budget,
    release,
    print: options.print ?? ignore,
    observer: options.observer,
    isOrderVisible:
      options.print !== undefined || options.observer !== undefined || options.strictBuiltinErrors === true,
    firstBuiltinError: undefined,
    builtins: builtinContext(options, release, budget, runtime),
  };
  const context = {
    evaluation,
    input,
    data,
    replaced: [],
    mocks: undefined,
    values: [],
    results: [],
    outer: undefined,
  };
  return { ok: true, value: context };
}

function refuse<T>(name: string): Outcome<T> {
  const message = `${name} is not JSON: numbers must be finite, objects plain`;
  return { ok: false, errors: [diagnose("eval_internal_error", message, nowhere(""))] };
}

function builtinContext(
  options: EvaluateOptions,
  release: Release,
  budget: Budget,
  runtime: Value,
): Evaluation["builtins"] {
  const { now } = options;
  let fixedNow: bigint | undefined;
  return {
    reference: release,
    now: now === undefined ? undefined : () => (fixedNow ??= now()),
    random: options.random,
    uuid: options.uuid,
    runtime,
    regex: options.regex ?? noRegexEngine,
    limits: budget.limits,
    charge: (units) => budget.spend(units),
    exceed: (limit) => budget.exceed(limit),
    note: (text) => options.observer?.note?.(text),
    memory: new Map(),
  };
}
