import type { CelValue } from "./cel-value.js";

/**
 * A parsed expression, its macros expanded. `offset` is where cel-go would say that it stands: at the operator, the dot, the
 * opening bracket; in UTF-16 code units from the start of the text.
 */
export type Expression =
  | LiteralExpression
  | IdentifierExpression
  | SelectExpression
  | CallExpression
  | ListExpression
  | MapExpression
  | FoldExpression
  | LetExpression;

export interface LiteralExpression {
  readonly kind: "literal";
  readonly offset: number;
  readonly value: CelValue;
}

export interface IdentifierExpression {
  readonly kind: "identifier";
  readonly offset: number;
  /** As it is written: perhaps with a dot before it. */
  readonly name: string;
}

/** `operand.field`, `operand.?field`, or with `mode: "presence"` the macro `has(operand.field)`. */
export interface SelectExpression {
  readonly kind: "select";
  readonly offset: number;
  readonly mode: "value" | "optional" | "presence";
  readonly operand: Expression;
  readonly field: string;
}

/** A function, a method (with `target`), or an operator by its name in cel-go: `_+_`, `_?_:_`, `@in`. */
export interface CallExpression {
  readonly kind: "call";
  readonly offset: number;
  readonly name: string;
  readonly target?: Expression;
  readonly args: readonly Expression[];
}

export interface ListExpression {
  readonly kind: "list";
  readonly offset: number;
  readonly elements: readonly Expression[];
  /** Which elements are optional: `[?a]`. */
  readonly optionals: ReadonlySet<number>;
}

export interface MapExpression {
  readonly kind: "map";
  readonly offset: number;
  readonly entries: readonly (readonly [key: Expression, value: Expression])[];
  /** Which entries are optional: `{?"a": b}`. */
  readonly optionals: ReadonlySet<number>;
}

/** What a macro over a list or map makes of each element. */
export type FoldKind =
  | "all"
  | "exists"
  | "existsOne"
  | "map"
  | "filter"
  | "transformList"
  | "transformMap"
  | "transformMapEntry";

/** A macro that goes over a list or map. */
export interface FoldExpression {
  readonly kind: "fold";
  readonly offset: number;
  readonly fold: FoldKind;
  readonly range: Expression;
  /** One name, or two: index and element of a list, key and value of a map. */
  readonly variables: readonly string[];
  /** Elements for which it is false are left out; of the macros that transform, and of `filter`. */
  readonly predicate: Expression | undefined;
  /** What each element becomes, or the condition on it; `undefined` for `filter`, which keeps elements as they are. */
  readonly body: Expression | undefined;
}

/** `target.optMap(name, body)` and `target.optFlatMap(name, body)`. */
export interface LetExpression {
  readonly kind: "let";
  readonly offset: number;
  readonly macro: "optMap" | "optFlatMap";
  readonly target: Expression;
  readonly variable: string;
  readonly body: Expression;
}
