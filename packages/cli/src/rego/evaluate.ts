import {
  CoverageRecorder,
  type Diagnostic,
  type EvaluateOptions,
  type Observer,
  type Outcome,
  observeAll,
  type Policy,
  type QueryExpression,
  type QueryResult,
  type QueryScope,
  renderTrace,
  selectTrace,
  TraceRecorder,
  type TraceSelection,
  type Value,
} from "@ostiary/rego";
import { compilePolicies } from "./compile-policies.js";
import type { EvalOutput } from "./eval-output.js";
import type { LoadedPolicies } from "./load-policies.js";
import { errorOf } from "./output-error.js";

/** What is to be evaluated, and how. */
export interface EvalRequest {
  readonly query: string;
  readonly scope: QueryScope;
  readonly version: "v0" | "v1";
  readonly policies: LoadedPolicies;
  /** Absent: there is no input document. */
  readonly input: Value | undefined;
  /** Refuses what is allowed but hardly meant. */
  readonly strict: "on" | "off";
  /** Which steps are shown; absent: none. */
  readonly trace: TraceSelection | undefined;
  readonly coverage: "on" | "off";
  /** What else an evaluation is given: time, limits, sinks. */
  readonly options: EvaluateOptions;
}

/** What an evaluation came to, short of how it is shown. */
export type Evaluated = Omit<EvalOutput, "prettyLimit">;

/** Compiles policies and evaluates a query; whatever goes wrong is among the errors. */
export const evaluateRequest = (request: EvalRequest): Evaluated => {
  const compiled = compilePolicies(request.policies, request);
  return compiled.ok
    ? evaluateQuery(compiled.policy, request)
    : { expressions: [], results: [], errors: compiled.errors };
};

const failed = (errors: readonly Diagnostic[]): Evaluated => ({
  expressions: [],
  results: [],
  errors: errors.map(errorOf),
});

const evaluateQuery = (policy: Policy, request: EvalRequest): Evaluated => {
  const { query, scope, version } = request;
  const prepared = policy.prepare(query, { ...scope, version });
  if (!prepared.ok) return failed(prepared.errors);
  const recorders = createRecorders(request, policy);
  const { input, policies, options } = request;
  const results = prepared.value.evaluate({
    ...options,
    ...(input !== undefined && { inputValue: input }),
    dataValue: policies.data,
    ...(recorders.observer !== undefined && { observer: recorders.observer }),
  });
  const { expressions } = prepared.value;
  return { ...answer(results, expressions), ...recorders.report() };
};

const answer = (outcome: Outcome<readonly QueryResult[]>, expressions: readonly QueryExpression[]): Evaluated =>
  outcome.ok ? { expressions, results: outcome.value, errors: [] } : { ...failed(outcome.errors), expressions };

/** Whoever watches the evaluation, and what they saw. */
interface Recorders {
  readonly observer: Observer | undefined;
  report(): Pick<Evaluated, "explanation" | "coverage">;
}

const createRecorders = ({ trace, coverage }: EvalRequest, { modules }: Policy): Recorders => {
  const steps = trace === undefined ? undefined : new TraceRecorder({ modules });
  const lines = coverage === "off" ? undefined : new CoverageRecorder();
  const observers = [steps, lines].filter((observer) => observer !== undefined);
  return {
    observer: observers.length === 0 ? undefined : observeAll(observers),
    report: () => ({
      ...(steps !== undefined && trace !== undefined && { explanation: describeSteps(steps, trace) }),
      ...(lines !== undefined && { coverage: lines.report(modules) }),
    }),
  };
};

const describeSteps = ({ events, droppedEvents }: TraceRecorder, selection: TraceSelection): string => {
  const rest = droppedEvents === 0 ? "" : `… ${droppedEvents} more steps, which are not kept\n`;
  return renderTrace(selectTrace(events, selection)) + rest;
};
