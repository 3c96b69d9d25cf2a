import { visitLiteralTerms } from "../compile/map-terms.js";
import { isGenerated } from "../compile/name-source.js";
import { variablesOfLiteral } from "../compile/scope-variables.js";
import type { Bindings, Observer } from "../evaluate/observer.js";
import { type Literal, type Rule, variable } from "../syntax/ast.js";
import { printTerm, sourceName } from "../syntax/print-term.js";
import { get } from "../value/collection.js";
import { type Json, toJson } from "../value/json.js";
import type { Value } from "../value/value.js";
import { type Definitions, definitionsIn, unfoldedText, unfoldTerm } from "./unfold.js";

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
}

/** One body of a rule and how far it came. */
export interface BodyExplanation {
  readonly file: string;
  readonly row: number;
  /** The body has a solution. */
  readonly succeeded: boolean;
  /** The first literal without a solution, of the attempt that came furthest. */
  readonly failed?: FailedLiteral;
}

interface Attempt {
  readonly rule: Rule;
  readonly definitions: Definitions;
  furthest: number;
  failed: FailedLiteral | undefined;
}

/** Watches an evaluation and notes, for each body of the wanted rules, where it ended. */
export class UndefinedExplainer implements Observer {
  readonly bodies: BodyExplanation[] = [];
  private readonly attempts: Attempt[] = [];

  /**
   * @param isWanted - whether a rule is one of those to be explained
   * @param input - the input document: references into it are shown with what stands there
   */
  constructor(
    private readonly isWanted: (rule: Rule) => boolean,
    private readonly input: Value | undefined,
  ) {}

  enterRule(rule: Rule): void {
    this.attempts.push({ rule, definitions: definitionsIn(rule.body), furthest: -1, failed: undefined });
  }

  exitRule(rule: Rule): void {
    const attempt = this.attempts.pop();
    if (attempt === undefined || !this.isWanted(rule)) return;
    const { file, row } = rule.location;
    const succeeded = attempt.furthest === rule.body.length - 1;
    const place = { file, row, succeeded };
    this.bodies.push(succeeded || attempt.failed === undefined ? place : { ...place, failed: attempt.failed });
  }

  pass(literal: Literal): void {
    const attempt = this.attempts.at(-1);
    const index = attempt?.rule.body.indexOf(literal) ?? -1;
    if (attempt === undefined || index <= attempt.furthest) return;
    attempt.furthest = index;
    attempt.failed = undefined;
  }

  fail(literal: Literal, bindings: Bindings): void {
    const attempt = this.attempts.at(-1);
    const index = attempt?.rule.body.indexOf(literal) ?? -1;
    if (attempt === undefined || index !== attempt.furthest + 1 || attempt.failed !== undefined) return;
    const failed = failedLiteral(literal, attempt.definitions, bindings());
    attempt.failed = { ...failed, values: [...failed.values, ...inputValues(literal, this.input)] };
  }
}

/** What stands at the references into the input document, as far as they are constant. */
function inputValues(literal: Literal, input: Value | undefined): readonly SeenValue[] {
  const values: SeenValue[] = [];
  visitLiteralTerms(literal, (term) => {
    if (term.kind !== "reference" || term.head.kind !== "variable" || term.head.name !== "input") return;
    const end = term.path.findIndex(({ kind }) => kind !== "scalar");
    const path = end < 0 ? term.path : term.path.slice(0, end);
    let value = input;
    for (const part of path) value = part.kind === "scalar" && value !== undefined ? get(value, part.value) : undefined;
    const isWhole = path.length === 0;
    if (value !== undefined && !isWhole) values.push({ term: printTerm({ ...term, path }), value: toJson(value) });
  });
  return values;
}

function failedLiteral(
  literal: Literal,
  definitions: Definitions,
  bindings: ReadonlyMap<string, Value>,
): FailedLiteral {
  const { file, row, column } = literal.location;
  const values: SeenValue[] = [];
  for (const name of variablesOfLiteral(literal)) {
    const value = bindings.get(name);
    const isNamed = !name.startsWith("$") && (!isGenerated(name) || definitions.has(name));
    if (value === undefined || !isNamed) continue;
    const term = isGenerated(name)
      ? printTerm(unfoldTerm(variable(name, literal.location), definitions))
      : sourceName(name);
    values.push({ term, value: toJson(value) });
  }
  return { text: unfoldedText(literal, definitions), file, row, column, values };
}
