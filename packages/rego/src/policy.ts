import type { BuiltinTable } from "./builtins/create-builtins.js";
import { compileQuery, type QueryMode } from "./compile/compile-query.js";
import { withLanguageBuiltins } from "./compile/language-builtins.js";
import { type Compiled, compileModules } from "./compile/pipeline.js";
import type { BodyExplanation, ExplanationLimits } from "./debug/explanation.js";
import type { Surroundings } from "./evaluate/create-context.js";
import { createPlanner } from "./evaluate/create-planner.js";
import { type EvaluateOptions, evaluateQuery, type QueryResult } from "./evaluate/evaluate-query.js";
import { internalErrorText } from "./evaluate/internal-error.js";
import { planQuery, type QueryPlan } from "./evaluate/plan-query.js";
import type { Planner } from "./evaluate/planner.js";
import { type OptionWords, optionFaults } from "./option-faults.js";
import type { PolicyOptions } from "./policy-options.js";
import { type QueryScope, readQueryScope } from "./query-scope.js";
import type { Module } from "./syntax/ast.js";
import { type Diagnostic, diagnose, type Outcome } from "./syntax/diagnostic.js";
import { type Location, nowhere } from "./syntax/location.js";
import { parseModule, parseQueryText } from "./syntax/parse-module.js";
import { fromJson } from "./value/json.js";
import type { Value } from "./value/value.js";

/** A Rego source. */
export interface ModuleSource {
  /** Name of the file, for messages and for the order of definitions. */
  readonly file: string;
  readonly source: string;
  /** Version of the language. Default: that of the options. */
  readonly version?: "v0" | "v1";
}

/** How a query is read. */
export interface PrepareOptions extends QueryScope {
  /** Whether literals have values or are conditions only. Default `values`. */
  readonly mode?: QueryMode;
  /** Version of the language of the query. Default `v1`. */
  readonly version?: "v0" | "v1";
}

const POLICY_OPTIONS: OptionWords<PolicyOptions> = {
  version: ["v0", "v1"],
  builtins: undefined,
  regex: undefined,
  checks: undefined,
  explain: undefined,
  metadata: undefined,
  reference: ["1.17", "1.22"],
  printing: ["on", "off"],
  strict: ["on", "off"],
  maximumDepth: undefined,
};

const PREPARE_OPTIONS: OptionWords<PrepareOptions> = {
  package: undefined,
  imports: undefined,
  mode: ["values", "conditions"],
  version: ["v0", "v1"],
};

/** One literal of a query as it is written. */
export interface QueryExpression {
  readonly text: string;
  /** Line, from 1. */
  readonly row: number;
  /** Column in characters, from 1. */
  readonly column: number;
}

/** A query that is planned once and evaluated often. */
export interface PreparedQuery {
  /** The literals whose values the `expressions` of a result are, in the same order. */
  readonly expressions: readonly QueryExpression[];
  /** All solutions of the query, in order. */
  evaluate(options?: EvaluateOptions): Outcome<readonly QueryResult[]>;
}

/** Compiled modules; immutable, evaluations do not influence each other. */
export class Policy {
  private readonly planner: Planner;
  private observingPlanner: Planner | undefined;

  constructor(
    private readonly compiled: Compiled,
    private readonly options: PolicyOptions,
  ) {
    this.planner = createPlanner(compiled, false);
  }

  /** The modules as parsed and rewritten. */
  get modules(): readonly Module[] {
    return this.compiled.modules;
  }

  /**
   * Plans a query, e.g. `data.example.deny[message]`.
   */
  prepare(query: string, options: PrepareOptions = {}): Outcome<PreparedQuery> {
    const errors = optionFaults(options, PREPARE_OPTIONS, "rego_compile_error");
    if (errors.length > 0) return { ok: false, errors };
    return withinStack(() => this.plan(query, options));
  }

  private plan(query: string, { mode = "values", version = "v1", ...scope }: PrepareOptions): Outcome<PreparedQuery> {
    const options = { ...parseOptions(this.options), file: "", version };
    const names = readQueryScope(scope, this.modules, options);
    if (!names.ok) return names;
    const hasKeywords = scope.imports?.some((path) => /^\s*(future\.keywords|rego\.v1)\b/.test(path)) === true;
    const parsed = parseQueryText(query, hasKeywords ? { ...options, version: "v1" } : options);
    if (!parsed.ok) return parsed;
    const compiled = compileQuery(parsed.value, names.value, this.compiled, mode);
    if (!compiled.ok) return compiled;
    const { value } = compiled;
    const plan = planQuery(value, this.planner);
    let observing: QueryPlan | undefined;
    const observed: QueryPlan = (context, onSolution) => {
      context.evaluation.observer?.enterQuery?.(value.body);
      this.observingPlanner ??= createPlanner(this.compiled, true);
      observing ??= planQuery(value, this.observingPlanner);
      observing(context, onSolution);
    };
    const surroundings = surroundingsOf(this.options);
    return {
      ok: true,
      value: {
        expressions: parsed.value.map(({ location }) => expressionAt(location, query)),
        evaluate: (given) => {
          // Callers in JavaScript pass null for nothing.
          const options = given ?? noOptions;
          return evaluateQuery(options.observer === undefined ? plan : observed, options, surroundings);
        },
      },
    };
  }

  /**
   * Tells why a rule has no value: for each of its bodies the first literal that failed, with the values it saw, and the same of
   * the rules and functions that made it fail.
   *
   * @param query - a rule, e.g. `data.example.allow`, a package, or any other query
   */
  explainUndefined(
    query: string,
    options: EvaluateOptions = {},
    limits: ExplanationLimits = {},
  ): Outcome<readonly BodyExplanation[]> {
    const { explain } = this.options;
    if (explain === undefined) return refuse("explanations need the option `explain`");
    const prepared = this.prepare(query);
    return prepared.ok ? explain({ ...this.compiled, query: prepared.value }, options, limits) : prepared;
  }

  /** Evaluates a query once. */
  evaluate(query: string, options: EvaluateOptions = {}): Outcome<readonly QueryResult[]> {
    const prepared = this.prepare(query);
    return prepared.ok ? prepared.value.evaluate(options) : prepared;
  }
}

const expressionAt = ({ row, column, offset, end }: Location, query: string): QueryExpression => ({
  text: query.slice(offset, end).trim(),
  row,
  column,
});

const noOptions: EvaluateOptions = {};

function surroundingsOf({ reference = "1.17", regex }: PolicyOptions): Surroundings {
  const known = { release: reference, checkData: rememberCheckedData() };
  return regex === undefined ? known : { ...known, regex };
}

/** Checks base documents once as long as they are the same object: they can be large, and hosts keep them for many evaluations. */
function rememberCheckedData(): (data: unknown) => Value | undefined {
  let checked: Value | undefined;
  return (data) => {
    if (data === checked) return checked;
    const value = fromJson(data);
    checked = value === data ? value : undefined;
    return value;
  };
}

const parseOptions = (options: PolicyOptions) => ({
  maximumDepth: options.maximumDepth ?? 250,
  release: options.reference ?? "1.17",
});

/**
 * Parses and compiles modules with the builtins of the host only: bundlers leave out all others. `compileRego` is the same with
 * everything.
 *
 * @returns The policy, or OPA's errors in OPA's order: those of every module that does not parse, or those of the first stage of
 * compilation that finds any.
 */
export const compilePolicy = (sources: readonly ModuleSource[], options: PolicyOptions): Outcome<Policy> => {
  const errors = optionFaults(options, POLICY_OPTIONS, "rego_compile_error");
  return errors.length > 0 ? { ok: false, errors } : withinStack(() => compileSources(sources, options));
};

/** Whatever nests deeper than foreseen is an error of the source; what the engine itself does wrong is one too. */
function withinStack<T>(compile: () => Outcome<T>): Outcome<T> {
  try {
    return compile();
  } catch (error) {
    return refuse(error instanceof RangeError ? "nesting too deep" : `internal error: ${internalErrorText(error)}`);
  }
}

const refuse = (message: string): Outcome<never> => ({
  ok: false,
  errors: [diagnose("rego_compile_error", message, nowhere(""))],
});

function compileSources(sources: readonly ModuleSource[], options: PolicyOptions): Outcome<Policy> {
  const builtins = builtinsOf(options);
  const modules: Module[] = [];
  const errors: Diagnostic[] = [];
  for (const { file, source, version = options.version ?? "v1" } of sources) {
    const isBuiltin = (name: string): boolean => builtins.has(name);
    const annotate = options.metadata?.annotate;
    const parsed = parseModule(source, { ...parseOptions(options), file, version, isBuiltin, annotate });
    if (parsed.ok) modules.push(parsed.value);
    else errors.push(...parsed.errors);
  }
  if (errors.length > 0) return { ok: false, errors };
  return compileInOrder([...modules].sort(byFile), options, builtins);
}

const builtinsOf = ({ builtins, metadata }: PolicyOptions): BuiltinTable =>
  withLanguageBuiltins(builtins, metadata?.builtins);

const byFile = (one: Module, other: Module): number => (one.file < other.file ? -1 : 1);

/**
 * Compiles modules that are parsed already, for hosts that rewrite them between the two. They are taken in the order given,
 * which tells in what order errors are found.
 */
export const compileParsed = (modules: readonly Module[], options: PolicyOptions): Outcome<Policy> =>
  withinStack(() => compileInOrder(modules, options, builtinsOf(options)));

function compileInOrder(modules: readonly Module[], options: PolicyOptions, builtins: BuiltinTable): Outcome<Policy> {
  const { printing = "off", reference = "1.17", strict = "off", checks, metadata } = options;
  if (strict === "on" && checks === undefined) return refuse("strict mode needs the option `checks`");
  const compiled = compileModules(modules, { builtins, printing, release: reference, strict, checks, metadata });
  return compiled.ok ? { ok: true, value: new Policy(compiled.value, options) } : compiled;
}
