import { mapTerm } from "../compile/map-terms.js";
import { termOf } from "../compile/value-term.js";
import { constantValue } from "../evaluate/constant.js";
import type { Bindings, Observer } from "../evaluate/observer.js";
import type { Literal, Rule, Term } from "../syntax/ast.js";
import type { Value } from "../value/value.js";

/** A literal without a solution, with what was known then. */
export interface Failure {
  readonly literal: Literal;
  readonly bindings: ReadonlyMap<string, Value>;
  /** The input document that it saw; undefined where that is not known. */
  readonly input: Value | undefined;
  /** The bodies that were tried for it. */
  readonly tried: readonly Attempt[];
  /** The literal of an `every`'s body that failed last. */
  readonly inside?: Failure;
}

/** One run of a body of a rule. */
export interface Attempt {
  readonly rule: Rule;
  /** How many literals of its body had a solution, in the attempt that came furthest. */
  readonly passed: number;
  readonly failure: Failure | undefined;
  readonly value: Value | undefined;
}

interface OpenAttempt {
  readonly rule: Rule;
  /** The input document of the whole body, and of the literal that is being evaluated. */
  readonly input: Value | undefined;
  literalInput: Value | undefined;
  passed: number;
  failure: Failure | undefined;
  tried: Attempt[];
  inside: Failure | undefined;
}

/** Watches an evaluation and keeps, for each body that was tried, where it ended. */
export class FailureWatch implements Observer {
  /** The bodies that the query itself tried. */
  readonly attempts: Attempt[] = [];
  /** The last attempt at each body: what was evaluated once is not evaluated again. */
  readonly latest = new Map<Rule, Attempt>();
  private readonly open: OpenAttempt[] = [];

  /** @param most - how many bodies are kept for one literal */
  constructor(
    private readonly most: number,
    private readonly input: Value | undefined,
  ) {}

  enterRule(rule: Rule): void {
    const caller = this.open.at(-1);
    const input = caller === undefined ? this.input : caller.literalInput;
    this.open.push({
      rule,
      input,
      literalInput: input,
      passed: 0,
      failure: undefined,
      tried: [],
      inside: undefined,
    });
  }

  exitRule(rule: Rule, value: Value | undefined): void {
    const ended = this.open.pop();
    if (ended === undefined) return;
    // A member of a set says nothing of whether the rule holds: it can be `false`.
    const held = rule.head.key === undefined ? value : undefined;
    const attempt: Attempt = { rule, passed: ended.passed, failure: ended.failure, value: held };
    this.latest.set(rule, attempt);
    const tried = this.open.at(-1)?.tried ?? this.attempts;
    if (tried.length < this.most) tried.push(attempt);
  }

  enter(literal: Literal, bindings: Bindings): void {
    const attempt = this.open.at(-1);
    if (attempt === undefined || !attempt.rule.body.includes(literal)) return;
    attempt.tried = [];
    attempt.inside = undefined;
    attempt.literalInput = inputOf(literal, attempt.input, bindings);
  }

  pass(literal: Literal): void {
    const attempt = this.open.at(-1);
    const passed = (attempt?.rule.body.indexOf(literal) ?? -1) + 1;
    if (attempt === undefined || passed <= attempt.passed) return;
    attempt.passed = passed;
    attempt.failure = undefined;
  }

  fail(literal: Literal, bindings: Bindings): void {
    const attempt = this.open.at(-1);
    if (attempt === undefined) return;
    const index = attempt.rule.body.indexOf(literal);
    if (index < 0) attempt.inside = { literal, bindings: bindings(), input: attempt.literalInput, tried: [] };
    else if (index === attempt.passed && attempt.failure === undefined) {
      attempt.failure = failureOf(literal, attempt, bindings);
    }
  }
}

/** The input document that a literal sees: `with` may replace it, or a part of it, which makes one that is not known here. */
function inputOf(literal: Literal, input: Value | undefined, bindings: Bindings): Value | undefined {
  return literal.modifiers.reduce((current, { target, value }) => {
    const isInput = target.kind === "reference" && target.head.kind === "variable" && target.head.name === "input";
    if (!isInput) return current;
    if (target.path.length > 0) return undefined;
    return value.kind === "variable" ? bindings().get(value.name) : constantValue(withValues(value, bindings()));
  }, input);
}

/** A term with the values of its variables in their place. */
const withValues = (term: Term, bindings: ReadonlyMap<string, Value>): Term =>
  mapTerm(term, {
    term: (part) => {
      const value = part.kind === "variable" ? bindings.get(part.name) : undefined;
      return value === undefined ? undefined : termOf(value, part.location);
    },
  });

function failureOf(literal: Literal, { literalInput, tried, inside }: OpenAttempt, bindings: Bindings): Failure {
  const failure = { literal, bindings: bindings(), input: literalInput, tried };
  const isEvery = literal.expression.kind === "every" && inside !== undefined;
  return isEvery ? { ...failure, inside } : failure;
}
