import type { Body, Literal, Rule } from "../syntax/ast.js";
import type { Value } from "../value/value.js";

/** Values of variables at a step, by their names in the source. */
export type Bindings = () => ReadonlyMap<string, Value>;

/** Watches an evaluation step by step: trace, coverage and explanations are observers. */
export interface Observer {
  /** A query begins. */
  enterQuery?(body: Body): void;
  /** A rule or one of its else branches begins. */
  enterRule?(rule: Rule): void;
  /** A rule, or branch, ends; `value` is undefined when it had none, and of a partial rule the last one that it gave. */
  exitRule?(rule: Rule, value: Value | undefined): void;
  /** A literal is about to be evaluated. */
  enter?(literal: Literal, bindings: Bindings): void;
  /** A literal has a solution; the rest of the body follows. */
  pass?(literal: Literal, bindings: Bindings): void;
  /** A literal has no (further) solution. */
  fail?(literal: Literal, bindings: Bindings): void;
  /** A `trace` was called. */
  note?(text: string): void;
}
