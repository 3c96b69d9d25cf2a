import type { Json } from "@ostiary/core";
import {
  Budget,
  type Diagnostic,
  defaultLimits,
  type EvaluateOptions,
  type Observer,
  type PreparedQuery,
  renderDiagnostic,
} from "@ostiary/rego";
import type { CompiledTemplate, EngineConstraint, EngineResult, EngineReview } from "../engine/template-engine.js";
import type { ProviderAnswers } from "../mutation/external-data.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { HostFault, refuseSource } from "./host-builtins.js";
import { inferFindings } from "./places/inferred-findings.js";
import { PlaceObserver, type PlaceSurroundings } from "./places/place-observer.js";
import type { Place } from "./places/resolve-reference.js";
import { type RegoViolation, readViolations } from "./read-results.js";
import type { RegoEngineOptions } from "./rego-engine-options.js";
import type { ReviewDocuments } from "./review-documents.js";

/** What rules of one engine share. */
export interface RuleSurroundings extends RegoEngineOptions {
  readonly documents: ReviewDocuments;
  /** Says what providers answer from now on. */
  readonly setProviders: (answers: ProviderAnswers) => void;
}

/** What one evaluation came to: violations; or an error that every constraint of the kind reports. */
type Evaluated = readonly RegoViolation[] | { readonly error: string };

/** The rule of a template, ready to judge. */
export class CompiledRule implements CompiledTemplate {
  /** What is known of the rule from watching it before. */
  private readonly watched: Pick<PlaceSurroundings, "messages" | "readers"> = {
    messages: new Map(),
    readers: new Map(),
  };

  constructor(
    private readonly query: PreparedQuery,
    private readonly surroundings: RuleSurroundings,
    /** Watches what decides; absent where nobody does. */
    private readonly observer?: Observer,
  ) {}

  /**
   * Evaluates the rule for each constraint. An error of evaluation is what every one of them reports, for Gatekeeper asks for
   * all of them at once.
   */
  review(constraints: readonly EngineConstraint[], review: EngineReview): Outcome<readonly EngineResult[]> {
    const budget = new Budget({ ...defaultLimits, ...this.surroundings.limits });
    this.surroundings.setProviders(review.providers);
    const results: EngineResult[] = [];
    for (const constraint of constraints) {
      const evaluated = this.evaluate(constraint, review, budget);
      if (!evaluated.ok) return evaluated;
      if ("error" in evaluated.value) return succeed(reportError(constraints, evaluated.value.error));
      for (const result of this.describe(constraint, review, evaluated.value)) results.push(result);
    }
    return succeed(results);
  }

  private evaluate(constraint: EngineConstraint, review: EngineReview, budget: Budget): Outcome<Evaluated> {
    const options = this.optionsFor(constraint, review, budget);
    if (options === undefined) return fail("invalid-document", "the object is no JSON");
    try {
      const { observer } = this;
      const evaluated = this.query.evaluate(observer === undefined ? options : { ...options, observer });
      if (!evaluated.ok) return describeError(evaluated.errors);
      const [result] = evaluated.value;
      return readViolations(result?.expressions[0]);
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      return succeed({ error: error.message });
    }
  }

  private optionsFor(constraint: EngineConstraint, review: EngineReview, budget: Budget): EvaluateOptions | undefined {
    const { documents, print, now, random, uuid } = this.surroundings;
    const inputValue = documents.input(constraint, review);
    const dataValue = documents.data(review);
    if (inputValue === undefined || dataValue === undefined) return undefined;
    return {
      inputValue,
      dataValue,
      budget,
      now: now ?? refuseSource("the time"),
      random: random ?? refuseSource("a random number"),
      uuid: uuid ?? refuseSource("a random UUID"),
      ...(print !== undefined && { print }),
    };
  }

  private describe(
    constraint: EngineConstraint,
    review: EngineReview,
    violations: readonly RegoViolation[],
  ): readonly EngineResult[] {
    const placesOf = violations.length > 0 ? this.watch(constraint, review) : NO_PLACES;
    return violations.map(({ message, details }) => ({
      constraint,
      message,
      details,
      findings: inferFindings(placesOf(message), reviewedObject(review)),
    }));
  }

  /** Evaluates a rule that is violated once more, and watches what it reads: the others must not pay for that. */
  private watch(constraint: EngineConstraint, review: EngineReview): (message: string) => readonly Place[] {
    const budget = new Budget({ ...defaultLimits, ...this.surroundings.limits, steps: WATCHED_STEPS });
    const options = this.optionsFor(constraint, review, budget);
    if (options === undefined || this.surroundings.places === "none") return NO_PLACES;
    const { print: _print, ...others } = options;
    const observer = new PlaceObserver({ ...this.surroundings.documents.object(review), ...this.watched });
    this.query.evaluate({ ...others, observer });
    return (message) => observer.placesOf(message);
  }
}

/** Places are a courtesy: they may cost less than the decision. */
const WATCHED_STEPS = 500_000;

const NO_PLACES = (): readonly Place[] => [];

const reviewedObject = ({ request }: EngineReview): Json =>
  request.operation === "DELETE" ? request.oldObject : request.object;

/** Whoever runs out of what an evaluation may consume is not judged: then the whole review fails. */
const describeError = (errors: readonly Diagnostic[]): Outcome<Evaluated> => {
  const error = errors.map(renderDiagnostic).join("\n");
  const isLimit = errors.some(({ code }) => code === "eval_cancel_error");
  return isLimit ? fail("limit-exceeded", error) : succeed({ error });
};

const reportError = (constraints: readonly EngineConstraint[], message: string): readonly EngineResult[] =>
  constraints.map((constraint) => ({ constraint, message, details: null, findings: [] }));
