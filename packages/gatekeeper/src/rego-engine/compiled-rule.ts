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
import { refuseSource } from "./host-builtins.js";
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
  private readonly messages: PlaceSurroundings["messages"] = new Map();
  private readonly readers: PlaceSurroundings["readers"] = new Map();

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
      const options = this.optionsFor(constraint, review, budget);
      if (options === undefined) return fail("invalid-document", "the object is no JSON");
      const evaluated = this.evaluate(options);
      if (!evaluated.ok) return evaluated;
      if ("error" in evaluated.value) return succeed(reportError(constraints, evaluated.value.error));
      if (evaluated.value.length === 0) continue;
      const placesOf = this.watch(options, review);
      for (const { message, details } of evaluated.value) {
        const findings = inferFindings(placesOf(message), reviewedObject(review));
        results.push({ constraint, message, details, findings });
      }
    }
    return succeed(results);
  }

  private evaluate(options: EvaluateOptions): Outcome<Evaluated> {
    const { observer } = this;
    const evaluated = this.query.evaluate(observer === undefined ? options : { ...options, observer });
    if (!evaluated.ok) return describeError(evaluated.errors);
    const [result] = evaluated.value;
    return readViolations(result?.expressions[0]);
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

  /** Evaluates a rule that is violated once more, and watches what it reads: the others must not pay for that. */
  private watch(options: EvaluateOptions, review: EngineReview): (message: string) => readonly Place[] {
    if (this.surroundings.places === "none") return NO_PLACES;
    const budget = new Budget({ ...defaultLimits, ...this.surroundings.limits, steps: WATCHED_STEPS });
    const { object, locate } = this.surroundings.documents.object(review);
    const observer = new PlaceObserver({ object, locate, messages: this.messages, readers: this.readers });
    this.query.evaluate({ ...options, print: IGNORE, budget, observer });
    return (message) => observer.placesOf(message);
  }
}

/** What is printed has been printed. */
const IGNORE = (): void => undefined;

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
