import type { RegoNumber } from "../value/number.js";
import type { Location } from "./location.js";
import type { Comment } from "./token.js";

/** A null, boolean, number or string. */
export interface Scalar {
  readonly kind: "scalar";
  readonly value: null | boolean | string | RegoNumber;
  readonly location: Location;
}

/**
 * A variable. `_` is parsed into a new name at each place, one that no source can spell: `$0`, `$1`, …
 */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
  readonly location: Location;
}

/** `head.name["text"][term]…`; a head alone is one only for `input` and `data`. */
export interface Reference {
  readonly kind: "reference";
  readonly head: Term;
  readonly path: readonly Term[];
  readonly location: Location;
}

/** `operator(arg, …)`; infix operators carry their builtin's name. */
export interface Call {
  readonly kind: "call";
  readonly operator: Reference;
  readonly args: readonly Term[];
  readonly location: Location;
}

export interface ArrayTerm {
  readonly kind: "array";
  readonly items: readonly Term[];
  readonly location: Location;
}

export interface SetTerm {
  readonly kind: "set";
  readonly items: readonly Term[];
  readonly location: Location;
}

export interface ObjectTerm {
  readonly kind: "object";
  readonly entries: readonly (readonly [key: Term, value: Term])[];
  readonly location: Location;
}

/** `[head | body]`, `{head | body}`; of an object comprehension `key` is the part before the colon. */
export interface Comprehension {
  readonly kind: "comprehension";
  readonly collects: "array" | "set" | "object";
  readonly key?: Term;
  readonly head: Term;
  readonly body: Body;
  readonly location: Location;
}

/** `$"text {expression} text"`. */
export interface Template {
  readonly kind: "template";
  readonly style: "raw" | "escaped";
  readonly parts: readonly (Term | Literal)[];
  readonly location: Location;
}

export type Term = Scalar | Variable | Reference | Call | ArrayTerm | SetTerm | ObjectTerm | Comprehension | Template;

/** `some x, y`. */
export interface SomeDeclaration {
  readonly kind: "some";
  readonly symbols: readonly Variable[];
  readonly location: Location;
}

/** `some value in domain`, `some key, value in domain`. */
export interface SomeIn {
  readonly kind: "some-in";
  readonly key?: Term;
  readonly value: Term;
  readonly domain: Term;
  /** The whole `value in domain`. */
  readonly location: Location;
}

/** `every key, value in domain { body }`. */
export interface Every {
  readonly kind: "every";
  readonly key?: Variable;
  readonly value: Variable;
  readonly domain: Term;
  readonly body: Body;
  readonly location: Location;
}

/** `not { body }`. */
export interface NegatedBody {
  readonly kind: "negated-body";
  readonly body: Body;
  readonly location: Location;
  /** Made from a negated literal whose parts were moved out: like it, it binds nothing. */
  readonly isLiteral?: true;
}

/** `with target as value`. */
export interface With {
  readonly target: Term;
  readonly value: Term;
  readonly location: Location;
}

export type Expression = Term | SomeDeclaration | SomeIn | Every | NegatedBody;

/** One condition of a body. */
export interface Literal {
  readonly kind: "literal";
  readonly negated: boolean;
  readonly expression: Expression;
  readonly modifiers: readonly With[];
  readonly location: Location;
  /** Made by the compiler out of a part of another literal. */
  readonly generated?: true;
}

export type Body = readonly Literal[];

export interface Head {
  /** The name and, for reference heads and partial objects, the parts after it. */
  readonly reference: Reference;
  readonly args?: readonly Term[];
  /** The member of a partial set. */
  readonly key?: Term;
  /** The value; absent for partial sets. */
  readonly value?: Term;
  readonly assign: boolean;
  readonly location: Location;
  /** The value was not written: it is `true`. */
  readonly generatedValue?: true;
}

export interface Rule {
  readonly location: Location;
  readonly isDefault: boolean;
  readonly head: Head;
  readonly body: Body;
  readonly else?: Rule;
  readonly usesIf: boolean;
  readonly usesContains: boolean;
  /** The body was not written: it is `true`. */
  readonly generatedBody?: true;
  readonly annotations?: readonly Annotation[];
}

export interface Import {
  readonly path: Reference;
  readonly alias?: string;
  readonly aliasLocation?: Location;
  readonly location: Location;
}

export interface Package {
  /** The parts after `data`. */
  readonly path: readonly string[];
  readonly location: Location;
}

/** A `# METADATA` block. */
export interface Annotation {
  readonly scope: "rule" | "document" | "package" | "subpackages";
  /** The annotation's fields as `rego.metadata.rule()` shows them. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly location: Location;
}

export interface Module {
  readonly file: string;
  readonly source: string;
  /** `v0-compatible`: a v0 module with `import rego.v1`. */
  readonly version: "v0" | "v1" | "v0-compatible";
  readonly package: Package;
  readonly imports: readonly Import[];
  readonly rules: readonly Rule[];
  readonly annotations: readonly Annotation[];
  readonly comments: readonly Comment[];
  /** `future.keywords.not` is imported: what is flattened out of a negated literal stays negated. */
  readonly negatesWhole: boolean;
}

/** A new variable. */
export const variable = (name: string, location: Location): Variable => ({ kind: "variable", name, location });

/** A new scalar. */
export const scalar = (value: Scalar["value"], location: Location): Scalar => ({ kind: "scalar", value, location });

/** A reference from a dotted name: `plus`, `internal.member_2`. */
export function operatorReference(name: string, location: Location): Reference {
  const [head = "", ...path] = name.split(".");
  return {
    kind: "reference",
    head: variable(head, location),
    path: path.map((part) => scalar(part, location)),
    location,
  };
}

/** A call of a builtin by name. */
export const callOf = (name: string, args: readonly Term[], location: Location): Call => ({
  kind: "call",
  operator: operatorReference(name, location),
  args,
  location,
});

/** A positive literal without modifiers. */
export const literalOf = (expression: Expression, location: Location): Literal => ({
  kind: "literal",
  negated: false,
  expression,
  modifiers: [],
  location,
});

/** The dotted name of a reference whose parts are all names, e.g. `startswith`, `data.p.f`; otherwise undefined. */
export function dottedName(reference: Reference): string | undefined {
  if (reference.head.kind !== "variable") return undefined;
  let name = reference.head.name;
  for (const part of reference.path) {
    if (part.kind !== "scalar" || typeof part.value !== "string") return undefined;
    name += `.${part.value}`;
  }
  return name;
}

/** The dotted name of what is called; empty where no name leads to it. */
export const operatorName = (operator: Reference): string => dottedName(operator) ?? "";

/** The variable that a reference begins with; empty where it begins with another term. */
export const rootName = ({ head }: Reference): string => (head.kind === "variable" ? head.name : "");

/** An expression that is a term, once the compiler has turned declarations into equations. */
export function plainTerm(expression: Exclude<Expression, Every | NegatedBody>): Term {
  if (expression.kind === "some" || expression.kind === "some-in") {
    throw new Error("internal fault: a declaration was not compiled away");
  }
  return expression;
}

/** The builtin's name when the term calls one of the given operators. */
export function calledOperator(expression: Expression): string | undefined {
  return expression.kind === "call" ? dottedName(expression.operator) : undefined;
}

/** Is the name that of a `_`? */
export const isWildcard = (name: string): boolean => name.startsWith("$");
