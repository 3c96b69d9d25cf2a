import type { BuiltinContext } from "../builtins/builtin.js";
import type { RegexEngine } from "../builtins/regex/regex-engine.js";
import { type OptionWords, optionFaults } from "../option-faults.js";
import { type Diagnostic, diagnose, type Outcome } from "../syntax/diagnostic.js";
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
  /** The addresses of a host name, for `net.lookup_ip_addr`; none for a name that nobody has. */
  readonly lookUp?: (name: string) => readonly string[];
  /** What `opa.runtime` returns. Default `{}`. */
  readonly runtime?: unknown;
  /** Receives the lines of `print`. */
  readonly print?: (line: PrintedLine) => void;
  /** Sees each step: trace, coverage, explanations. */
  readonly observer?: Observer;
  /** Compiles regular expressions. Default: RE2. */
  readonly regex?: RegexEngine;
}

const EVALUATE_OPTIONS: OptionWords<EvaluateOptions> = {
  input: undefined,
  inputValue: undefined,
  data: undefined,
  dataValue: undefined,
  strictBuiltinErrors: undefined,
  limits: undefined,
  budget: undefined,
  shouldStop: undefined,
  now: undefined,
  random: undefined,
  uuid: undefined,
  lookUp: undefined,
  runtime: undefined,
  print: undefined,
  observer: undefined,
  regex: undefined,
};

const LIMITS: OptionWords<Limits> = {
  steps: undefined,
  depth: undefined,
  stringLength: undefined,
  collectionSize: undefined,
  digits: undefined,
};

const findFaults = (options: EvaluateOptions): readonly Diagnostic[] => {
  const faults = optionFaults(options, EVALUATE_OPTIONS, "eval_internal_error");
  return options.limits ? [...faults, ...optionFaults(options.limits, LIMITS, "eval_internal_error")] : faults;
};

const ignore = (): void => undefined;

/** For hosts that left the engine out. */
const noRegexEngine: RegexEngine = {
  compile: () => ({ ok: false, message: "no engine for regular expressions was given" }),
};

const noPaths: readonly (readonly Value[])[] = [];

/** What a prepared query knows before it is evaluated. */
export interface Surroundings {
  readonly release: Release;
  /** Compiles regular expressions, unless the options name another engine. */
  readonly regex?: RegexEngine;
  /** Checks base documents. Default: all of them each time. */
  readonly checkData?: (data: unknown) => Value | undefined;
}

/** The context in which an evaluation begins. */
export function createContext(options: EvaluateOptions, surroundings: Surroundings): Outcome<Context> {
  const errors = findFaults(options);
  if (errors.length > 0) return { ok: false, errors };
  const { checkData = fromJson, release } = surroundings;
  const input = options.inputValue ?? (options.input === undefined ? undefined : fromJson(options.input));
  if (input === undefined && options.input !== undefined) return refuse("input");
  const data = options.dataValue ?? (options.data === undefined ? {} : checkData(options.data));
  if (data === undefined) return refuse("data");
  const runtime = options.runtime === undefined ? {} : fromJson(options.runtime);
  if (runtime === undefined) return refuse("runtime");
  const { budget = newBudget(options), observer, print, strictBuiltinErrors } = options;
  const evaluation: Evaluation = {
    budget,
    release,
    print: print ?? ignore,
    observer,
    isOrderVisible: print !== undefined || observer !== undefined || strictBuiltinErrors === true,
    firstBuiltinError: undefined,
    builtins: new CallContext(options, surroundings, budget, runtime),
  };
  const context = {
    evaluation,
    input,
    data,
    replaced: noPaths,
    mocks: undefined,
    values: [],
    results: [],
    outer: undefined,
  };
  return { ok: true, value: context };
}

function newBudget({ limits, shouldStop }: EvaluateOptions): Budget {
  return new Budget(limits === undefined ? defaultLimits : { ...defaultLimits, ...limits }, shouldStop);
}

function refuse<T>(name: string): Outcome<T> {
  const message = `${name} is not JSON: numbers must be finite, objects plain`;
  return { ok: false, errors: [diagnose("eval_internal_error", message, nowhere(""))] };
}

/** What builtins may use; a class that reads the options when asked, because most evaluations ask for little. */
class CallContext implements BuiltinContext {
  private known: Map<string, unknown> | undefined = undefined;
  private clock: (() => bigint) | undefined = undefined;

  constructor(
    private readonly options: EvaluateOptions,
    private readonly surroundings: Surroundings,
    private readonly budget: Budget,
    readonly runtime: Value,
  ) {}

  get reference(): Release {
    return this.surroundings.release;
  }

  get now(): (() => bigint) | undefined {
    this.clock ??= fixedClock(this.options.now);
    return this.clock;
  }

  get random(): BuiltinContext["random"] {
    return this.options.random;
  }

  get uuid(): BuiltinContext["uuid"] {
    return this.options.uuid;
  }

  get lookUp(): BuiltinContext["lookUp"] {
    return this.options.lookUp;
  }

  get regex(): RegexEngine {
    return this.options.regex ?? this.surroundings.regex ?? noRegexEngine;
  }

  get limits(): Limits {
    return this.budget.limits;
  }

  get memory(): Map<string, unknown> {
    this.known ??= new Map();
    return this.known;
  }

  charge(units: number): void {
    this.budget.spend(units);
  }

  exceed(limit: "stringLength" | "collectionSize" | "digits"): never {
    return this.budget.exceed(limit);
  }

  note(text: string): void {
    this.options.observer?.note?.(text);
  }
}

/** A clock that is read once. */
function fixedClock(now: (() => bigint) | undefined): (() => bigint) | undefined {
  if (now === undefined) return undefined;
  let fixed: bigint | undefined;
  return () => (fixed ??= now());
}
