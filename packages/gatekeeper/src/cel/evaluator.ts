import type { CelError } from "./cel-error.js";
import type { CelValue, Evaluated } from "./cel-value.js";
import type { Effort } from "./effort.js";
import type { Expression } from "./expression.js";
import type { ReadJournal } from "./read-journal.js";

/** What names stand for. */
export interface Scope {
  /** The value of a name, or the error that it stands for; `undefined` when there is no such name. */
  find(name: string): Evaluated | undefined;
}

/** What evaluates the parts of an expression. */
export interface Evaluator {
  readonly effort: Effort;
  readonly journal: ReadJournal;
  evaluate(expression: Expression, scope: Scope): Evaluated;
  /** Evaluates parts in order; the first error is the error of all. */
  all(expressions: readonly Expression[], scope: Scope): readonly CelValue[] | CelError;
}
