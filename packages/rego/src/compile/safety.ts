import {
  type Body,
  type Comprehension,
  isWildcard,
  type Literal,
  plainTerm,
  type Rule,
  type Term,
} from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import { sourceName } from "../syntax/print-term.js";
import { futureKeywords } from "../syntax/token.js";
import { certain } from "../value/certain.js";
import type { Reference as Release } from "../value/reference.js";
import { headTerms, type Mapper, mapTerm, visitTerms } from "./map-terms.js";
import { type Arity, outputsOfLiteral } from "./outputs.js";
import {
  safetyFilter,
  variablesInClosures,
  variablesOf,
  variablesOfBody,
  variablesOfLiteral,
} from "./scope-variables.js";

/** Literals with the variables that nothing binds. */
export type Unsafe = Map<Literal, Set<string>>;

/** Whether what one literal binds counts for the next before it can be placed, as OPA 1.17 has it by mistake. */
type Leftovers = "kept" | "dropped";

/** A body in the order in which it can be evaluated. */
export interface Ordered {
  readonly body: Body;
  readonly unsafe: Unsafe;
}

const rootDocuments = ["input", "data"];

/**
 * Orders the literals of a body so that each finds its variables bound, keeping the order of the source wherever
 * possible, then does the same in closures.
 *
 * @param globals - variables that are bound outside
 */
export function orderBody(
  body: Body,
  globals: ReadonlySet<string>,
  arity: Arity,
  leftovers: Leftovers = "dropped",
): Ordered {
  const order = new Order(body, globals, arity, leftovers);
  while (order.pass());
  return orderClosures(order.placed, order.unsafe, globals, { arity, leftovers });
}

/** Places literals one after the other, as soon as what they need is bound. */
class Order {
  readonly placed: Literal[] = [];
  readonly unsafe: Unsafe = new Map();
  private readonly safe: Set<string>;
  private open: Literal[];
  private readonly leftover = new Set<string>();
  private readonly closedOver: ReadonlyMap<Literal, ReadonlySet<string>>;

  constructor(
    body: Body,
    globals: ReadonlySet<string>,
    private readonly arity: Arity,
    private readonly leftovers: Leftovers,
  ) {
    const bodyNames = variablesOfBody(body, safetyFilter);
    this.open = [...body];
    this.safe = new Set([...bodyNames].filter((name) => globals.has(name)));
    this.closedOver = new Map(body.map((literal) => [literal, closedOver(literal, bodyNames, globals)]));
    for (const literal of body) this.need(literal, difference(variablesOfLiteral(literal, safetyFilter), globals));
  }

  /** Goes through the literals that are left; tells whether one was placed. */
  pass(): boolean {
    const before = this.placed.length;
    this.open = this.open.filter((literal) => !this.place(literal));
    return this.placed.length > before;
  }

  private need(literal: Literal, names: Set<string>): void {
    if (names.size > 0) this.unsafe.set(literal, names);
    else this.unsafe.delete(literal);
  }

  private place(literal: Literal): boolean {
    if (this.leftovers === "dropped") this.leftover.clear();
    const outputs = outputsOfLiteral(literal, this.arity, this.safe, this.leftover);
    const missing = difference(certain(this.closedOver.get(literal), "names that a literal closes over"), this.safe);
    // A closure that reads what its own literal would bind has to wait.
    if (missing.size > 0 && isSameSet(missing, outputs)) return false;
    const needed = missing.size > 0 ? missing : (this.unsafe.get(literal) ?? new Set());
    this.need(literal, difference(difference(needed, outputs), this.safe));
    if (this.unsafe.has(literal)) return false;
    this.placed.push(literal);
    for (const name of outputs) this.safe.add(name);
    return true;
  }
}

/** Variables of the body that the closures of a literal read. */
const closedOver = (literal: Literal, bodyNames: ReadonlySet<string>, globals: ReadonlySet<string>): Set<string> =>
  new Set([...variablesInClosures(literal)].filter((name) => bodyNames.has(name) && !globals.has(name)));

function difference(left: ReadonlySet<string>, right: ReadonlySet<string>): Set<string> {
  return new Set([...left].filter((name) => !right.has(name)));
}

const isSameSet = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && difference(left, right).size === 0;

function orderClosures(
  body: Body,
  unsafe: Unsafe,
  globals: ReadonlySet<string>,
  how: Pick<ClosureContext, "arity" | "leftovers">,
): Ordered {
  const known = new Set(globals);
  const result = body.map((literal, index) => {
    const previous = body[index - 1];
    if (previous !== undefined) for (const name of variablesOfLiteral(previous, safetyFilter)) known.add(name);
    const ordered = orderInLiteral(literal, { ...how, known, unsafe, literal });
    return ordered;
  });
  return { body: result, unsafe };
}

interface ClosureContext {
  readonly known: ReadonlySet<string>;
  readonly unsafe: Unsafe;
  readonly arity: Arity;
  readonly leftovers: Leftovers;
  /** The literal that holds the closure. */
  readonly literal: Literal;
}

function orderInLiteral(literal: Literal, context: ClosureContext): Literal {
  const { expression } = literal;
  const mapper = closureMapper(context);
  const modifiers = literal.modifiers.map((modifier) => ({ ...modifier, value: mapTerm(modifier.value, mapper) }));
  if (expression.kind === "every") {
    const names = [expression.value.name, ...(expression.key === undefined ? [] : [expression.key.name])];
    const body = orderNested(expression.body, new Set([...context.known, ...names]), context);
    return { ...literal, modifiers, expression: { ...expression, domain: mapTerm(expression.domain, mapper), body } };
  }
  if (expression.kind === "negated-body") {
    const body = orderNested(expression.body, context.known, context);
    return { ...literal, modifiers, expression: { ...expression, body } };
  }
  return { ...literal, modifiers, expression: mapTerm(plainTerm(expression), mapper) };
}

function closureMapper(context: ClosureContext): Mapper {
  return {
    term: (term) => (term.kind === "comprehension" ? orderComprehension(term, context) : undefined),
  };
}

function orderComprehension(term: Comprehension, context: ClosureContext): Comprehension {
  const bound = variablesOfBody(term.body, safetyFilter);
  const parts: readonly Term[] = term.key === undefined ? [term.head] : [term.key, term.head];
  const missing = [...variablesOf(parts)].filter((name) => !bound.has(name) && !context.known.has(name));
  if (missing.length > 0) {
    context.unsafe.set(context.literal, new Set([...(context.unsafe.get(context.literal) ?? []), ...missing]));
  }
  return { ...term, body: orderNested(term.body, context.known, context) };
}

function orderNested(body: Body, known: ReadonlySet<string>, { unsafe, arity, leftovers }: ClosureContext): Body {
  const ordered = orderBody(body, known, arity, leftovers);
  for (const [literal, names] of ordered.unsafe) unsafe.set(literal, names);
  return ordered.unsafe.size === 0 ? ordered.body : body;
}

/** Orders the body of a rule, and the closures in its head. */
export function orderRule(rule: Rule, context: SafetyContext): Rule {
  const globals = new Set([...rootDocuments, ...variablesOf(rule.head.args ?? [])]);
  return { ...rule, body: orderChecked(rule.body, globals, context) };
}

/** Orders a query. */
export const orderQuery = (query: Body, context: SafetyContext): Body =>
  orderChecked(query, new Set(rootDocuments), context);

/** What is known where a body is ordered. */
export interface SafetyContext {
  readonly arity: Arity;
  readonly release: Release;
  readonly problems: Diagnostic[];
}

function orderChecked(body: Body, globals: ReadonlySet<string>, { arity, release, problems }: SafetyContext): Body {
  const ordered = orderBody(body, globals, arity);
  if (ordered.unsafe.size === 0) return ordered.body;
  // OPA 1.17 itself reports fewer variables; where it finds none it would crash later.
  const { unsafe } = release === "1.17" ? orderBody(body, globals, arity, "kept") : ordered;
  problems.push(...unsafeProblems(unsafe.size === 0 ? ordered.unsafe : unsafe));
  return ordered.body;
}

interface UnsafeName {
  readonly name: string;
  readonly location: Location;
}

function unsafeProblems(unsafe: Unsafe): readonly Diagnostic[] {
  const places = new Map<string, Location>();
  for (const [literal, names] of unsafe) {
    for (const name of names) {
      const known = places.get(name);
      if (known === undefined || orderOfPlaces(literal.location, known) < 0) places.set(name, literal.location);
    }
  }
  const sorted = [...places].map(([name, location]): UnsafeName => ({ name, location })).sort(byPlace);
  const named = sorted.filter(({ name }) => !seemsGenerated(name));
  if (named.length > 0) return named.map(({ name, location }) => unsafeVariable(name, location, hintAtKeyword(name)));
  return unsafeExpressions(unsafe);
}

/** Variables of the compiler mean nothing to users: the literals are reported, each for variables that no earlier one has. */
function unsafeExpressions(unsafe: Unsafe): readonly Diagnostic[] {
  const seen = new Set<string>();
  const literals = [...unsafe].sort(([one], [other]) => orderOfPlaces(one.location, other.location));
  return literals.flatMap(([{ location }, names]) => {
    const isNew = [...names].some((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return isNew ? [diagnose("rego_unsafe_var_error", "expression is unsafe", location)] : [];
  });
}

/** OPA takes what begins with `__local` for a variable of its own, in the source too. */
const seemsGenerated = (name: string): boolean => sourceName(name).startsWith("__local");

const orderOfPlaces = (left: Location, right: Location): number => left.row - right.row || left.column - right.column;

const byPlace = (left: UnsafeName, right: UnsafeName): number =>
  orderOfPlaces(left.location, right.location) || (left.name < right.name ? -1 : 1);

const unsafeVariable = (name: string, location: Location, hint = ""): Diagnostic =>
  diagnose("rego_unsafe_var_error", `var ${shownName(name)} is unsafe${hint}`, location);

const shownName = (name: string): string => (isWildcard(name) ? "_" : sourceName(name));

const importable: ReadonlySet<string> = new Set([...futureKeywords, "and", "not", "or"]);

/** In a body, what could be a keyword gets a hint. */
function hintAtKeyword(name: string): string {
  const source = shownName(name);
  return importable.has(source) ? ` (hint: \`import future.keywords.${source}\` to import a future keyword)` : "";
}

/**
 * Every variable of a head must be an argument or occur in the body.
 *
 * Of several errors in one head OPA 1.17 lists the last one first.
 */
export function checkHeadSafety(rule: Rule, release: Release, problems: Diagnostic[]): void {
  const safe = variablesOfBody(rule.body, safetyFilter);
  for (const name of variablesOf(rule.head.args ?? [])) safe.add(name);
  for (const name of rootDocuments) safe.add(name);
  const found: Diagnostic[] = [];
  for (const head of headTerms({ ...rule.head, args: [] })) {
    visitTerms(head, (term) => {
      if (term.kind !== "variable" || safe.has(term.name) || seemsGenerated(term.name)) return;
      safe.add(term.name);
      found.push(unsafeVariable(term.name, term.location));
    });
  }
  problems.push(...(release === "1.17" ? found.reverse() : found));
}
