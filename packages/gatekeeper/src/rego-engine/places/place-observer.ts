import { type Literal, type Observer, RegoObject, type Rule, type Value } from "@ostiary/rego";
import { choosePlaces, type LiteralReads } from "./choose-places.js";
import type { Locate } from "./located-values.js";
import { messageLiterals, messageTerm } from "./message-literals.js";
import { type Reader, readersOf, readPlaces } from "./read-places.js";
import type { Place, Solution } from "./resolve-reference.js";

type Bindings = () => ReadonlyMap<string, Value>;

/** What rules and functions have read that a literal asks, and those among them of which it is asked that they fail. */
interface Nested {
  readonly asked: Place[];
  readonly denied: Place[];
}

/** A body that is being tried. */
interface Scope {
  readonly rule: Rule;
  readonly isViolation: boolean;
  /** The literal that is being tried. */
  current: Literal | undefined;
  readonly nested: Map<Literal, Nested>;
}

/** What observers of several evaluations share. */
export interface PlaceSurroundings {
  /** The object under review. */
  readonly object: Value | undefined;
  /** Finds parts of it. */
  readonly locate: Locate;
  /** Of rules seen before, the literals that only make up the message. */
  readonly messages: Map<Rule, ReadonlySet<Literal>>;
  /** Of literals seen before, what may read. */
  readonly readers: Map<Literal, readonly Reader[]>;
}

const NOTHING: Nested = { asked: [], denied: [] };

/** Rules that read more than this are of no help. */
const MOST_NESTED = 100;

/**
 * Watches the rule of a template, and notes for each violation, by its message, the places of the object under review that it
 * is most likely about.
 */
export class PlaceObserver implements Observer {
  private readonly scopes: Scope[] = [];
  private readonly found = new Map<string, Place[]>();
  private readonly nameless: Place[] = [];

  constructor(private readonly surroundings: PlaceSurroundings) {}

  /** The places of the violations with a message; where no body tells its message, those of all. */
  placesOf(message: string): readonly Place[] {
    return this.found.get(message) ?? this.nameless;
  }

  enterRule(rule: Rule): void {
    this.scopes.push({ rule, isViolation: isViolation(rule), current: undefined, nested: new Map() });
  }

  exitRule(): void {
    this.scopes.pop();
  }

  enter(literal: Literal): void {
    const scope = this.scopes.at(-1);
    if (scope === undefined || !scope.rule.body.includes(literal)) return;
    scope.current = literal;
    scope.nested.delete(literal);
  }

  pass(literal: Literal, bindings: Bindings): void {
    const scope = this.scopes.at(-1);
    if (scope === undefined || scope.rule.body.at(-1) !== literal) return;
    if (scope.isViolation) this.noteViolation(scope, bindings());
    else this.noteNested(scope.rule.body, bindings);
  }

  fail(literal: Literal, bindings: Bindings): void {
    const scope = this.scopes.at(-1);
    if (scope !== undefined && !scope.isViolation) this.noteNested([literal], bindings);
  }

  /** What a rule reads, the literal reads that asks for the rule, in whatever body. */
  private noteNested(literals: readonly Literal[], bindings: Bindings): void {
    const places = this.nestedPlaces();
    if (places === undefined) return;
    let solution: Solution | undefined;
    for (const literal of literals) {
      if (places.length >= MOST_NESTED) return;
      const readers = this.readersOf(literal);
      if (readers.length === 0) continue;
      // Most literals read nothing: what variables hold is gathered only for the others.
      solution ??= this.solution(bindings());
      for (const place of readPlaces(literal, solution, readers)) places.push(place);
    }
  }

  /** Where the places go that rules read now; `undefined` when no violation asks for them. */
  private nestedPlaces(): Place[] | undefined {
    const position = this.scopes.findLastIndex((scope) => scope.isViolation);
    const outer = this.scopes[position];
    if (outer?.current === undefined) return undefined;
    const nested = outer.nested.get(outer.current) ?? { asked: [], denied: [] };
    outer.nested.set(outer.current, nested);
    const isDenied = this.scopes.some(({ current }, index) => index >= position && current?.negated === true);
    return isDenied ? nested.denied : nested.asked;
  }

  private noteViolation({ rule, nested }: Scope, bindings: ReadonlyMap<string, Value>): void {
    const solution = this.solution(bindings);
    const { messages } = this.surroundings;
    const isMessage = messages.get(rule) ?? messageLiterals(rule);
    messages.set(rule, isMessage);
    const reads = rule.body.map((literal): LiteralReads => {
      const { asked, denied } = nested.get(literal) ?? NOTHING;
      return {
        own: readPlaces(literal, solution, this.readersOf(literal)),
        asked,
        denied,
        isMessage: isMessage.has(literal),
      };
    });
    const message = messageOf(rule, bindings);
    const places = message === undefined ? this.nameless : (this.found.get(message) ?? []);
    places.push(...choosePlaces(reads));
    if (message !== undefined) this.found.set(message, places);
  }

  private readersOf(literal: Literal): readonly Reader[] {
    const { readers } = this.surroundings;
    const known = readers.get(literal);
    if (known !== undefined) return known;
    const found = readersOf(literal);
    readers.set(literal, found);
    return found;
  }

  private solution(bindings: ReadonlyMap<string, Value>): Solution {
    const { object, locate } = this.surroundings;
    return { object, locate, bindings };
  }
}

/** Rules whose members have a message are violations, whatever their name: `violation` may only hand them on. */
const isViolation = (rule: Rule): boolean => {
  const { head, path } = rule.head.reference;
  const isNamed = head.kind === "variable" && head.name === "violation" && path.length === 0;
  return isNamed || (rule.head.key?.kind === "object" && messageTerm(rule) !== undefined);
};

const messageOf = (rule: Rule, bindings: ReadonlyMap<string, Value>): string | undefined => {
  const term = messageTerm(rule);
  const value = term?.kind === "variable" ? bindings.get(term.name) : undefined;
  const message = term?.kind === "scalar" ? term.value : value;
  if (typeof message === "string") return message;
  // The whole member may be a variable.
  const member = message instanceof RegoObject ? message.get("msg") : undefined;
  return typeof member === "string" ? member : undefined;
};
