import type { RuleNode } from "../compile/rule-tree.js";
import type { EvaluateOptions, QueryResult } from "../evaluate/evaluate-query.js";
import type { Module } from "../syntax/ast.js";
import type { Outcome } from "../syntax/diagnostic.js";
import type { Json } from "../value/json.js";

/** A term that a failed literal looked at, and what it was. */
export interface SeenValue {
  readonly term: string;
  readonly value: Json;
}

/** The literal that a body did not get past. */
export interface FailedLiteral {
  readonly text: string;
  readonly file: string;
  readonly row: number;
  readonly column: number;
  /** Values of the variables and references in it, where they had one. */
  readonly values: readonly SeenValue[];
  /** Of an `every`: the literal of its body that failed. */
  readonly inside?: FailedLiteral;
  /**
   * The bodies of the rules and functions that the literal asked, and that made it fail: those without a solution, of a negated
   * literal those with one.
   */
  readonly because?: readonly BodyExplanation[];
}

/** One body of a rule and how far it came. */
export interface BodyExplanation {
  /** The rule or function, e.g. `data.example.allow`. */
  readonly rule: string;
  readonly file: string;
  readonly row: number;
  /** The body has a solution. */
  readonly succeeded: boolean;
  /** The value of a rule or function whose body has a solution, of a partial object the last one; sets have none. */
  readonly value?: Json;
  /** The first literal without a solution, of the attempt that came furthest. */
  readonly failed?: FailedLiteral;
}

/** How far explanations go. */
export interface ExplanationLimits {
  /** How many rules and functions are followed into each other. Default 8. */
  readonly depth?: number;
  /** How many bodies are told for one literal, and for the query. Default 64. */
  readonly bodies?: number;
}

/** A query, and the policy that it asks. */
export interface ExplainedQuery {
  readonly query: { evaluate(options: EvaluateOptions): Outcome<readonly QueryResult[]> };
  readonly modules: readonly Module[];
  readonly tree: RuleNode;
}

/** Evaluates a query and tells of each body that it tried how far it came. */
export type Explain = (
  asked: ExplainedQuery,
  options: EvaluateOptions,
  limits: ExplanationLimits,
) => Outcome<readonly BodyExplanation[]>;
