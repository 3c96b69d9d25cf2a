import type { Finding, Json } from "@ostiary/core";
import type { ProviderAnswers } from "../mutation/external-data.js";
import type { Outcome } from "../outcome.js";
import type { AdmissionRequest } from "./admission-request.js";

/** One of the languages that the rule of a ConstraintTemplate can be written in: what Gatekeeper calls a driver. */
export interface TemplateEngine {
  readonly name: "Rego" | "K8sNativeValidation";
  /**
   * Compiles the `source` of an entry of `spec.targets[0].code`. Never throws; a source that does not compile fails in the real
   * engine's words.
   */
  compile(source: TemplateSource): Outcome<CompiledTemplate>;
}

/** The source of a template's rule. */
export interface TemplateSource {
  /** The kind of the template's constraints, as written. */
  readonly kind: string;
  /** As written; `undefined` when there is none. */
  readonly source: Json | undefined;
}

/** A rule ready to judge objects. Immutable. */
export interface CompiledTemplate {
  /**
   * Judges an object by every constraint given; all are of the template's kind and match the object.
   *
   * @returns one result for each violation, or why the whole review fails
   */
  review(constraints: readonly EngineConstraint[], review: EngineReview): Outcome<readonly EngineResult[]>;
}

/** A constraint as an engine sees it. */
export interface EngineConstraint {
  readonly kind: string;
  readonly name: string;
  /** `spec.parameters` after defaulting; `undefined` when absent. */
  readonly parameters: Json | undefined;
}

/** What is judged, and all that may be asked about its surroundings. */
export interface EngineReview {
  readonly request: AdmissionRequest;
  /** The Namespace that the object is in; `undefined` when unknown or when there is none. */
  readonly namespaceObject: Json | undefined;
  /** What policies read as `data.inventory`. */
  readonly inventory: Json;
  readonly providers: ProviderAnswers;
}

/** One violation. */
export interface EngineResult {
  readonly constraint: EngineConstraint;
  readonly message: string;
  /** `undefined` for engines that give none; `null` for an error of evaluation. */
  readonly details: Json | undefined;
  /** The places of the object that make it so, where they can be known. */
  readonly findings: readonly Finding[];
}
