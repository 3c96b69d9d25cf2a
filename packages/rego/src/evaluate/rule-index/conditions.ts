import {
  type Call,
  calledOperator,
  dottedName,
  type Literal,
  type Reference,
  type Rule,
  type Term,
} from "../../syntax/ast.js";
import { printTerm } from "../../syntax/print-term.js";
import { equal } from "../../value/equal.js";
import type { Value } from "../../value/value.js";
import { constantValue } from "../constant.js";
import { type Expectation, type PatternPart, splitText } from "./expectation.js";

/** A document that is known before a body runs: a part of `input` or of base data, or an argument of the function. */
export type Source =
  | { readonly kind: "document"; readonly reference: Reference }
  | { readonly kind: "argument"; readonly position: number };

/** What a body demands of one source; of several expectations one has to be met. */
export interface Condition {
  readonly key: string;
  readonly source: Source;
  readonly expectations: Expectation[];
  /** The last literal that contributed. */
  lastLiteral: number;
}

/** The conditions of one body, and how often each source was mentioned. */
export interface Conditions {
  readonly conditions: readonly Condition[];
  readonly mentions: readonly Source[];
}

/** The text that identifies a source. */
export const sourceKey = (source: Source): string =>
  source.kind === "argument" ? `args[${source.position}]` : printTerm(source.reference);

/**
 * Reads what a body demands of `input`, base data and arguments: as OPA's index of rules does, since a definition that the index
 * leaves out does not run, whatever else it would do.
 *
 * @param isVirtual - whether rules define what stands at a reference, or above or below it
 */
export function readConditions(rule: Rule, isVirtual: (reference: Reference) => boolean): Conditions {
  const reader = new ConditionReader(rule.head.args ?? [], isVirtual);
  if (!rule.body.some(isPrint)) for (const [index, literal] of rule.body.entries()) reader.read(literal, index);
  return reader;
}

const isPrint = ({ expression }: Literal): boolean =>
  expression.kind === "call" && calledOperator(expression) === "internal.print";

class ConditionReader implements Conditions {
  readonly conditions: Condition[] = [];
  readonly mentions: Source[] = [];
  private readonly constants = new Map<string, Term>();
  private literal = 0;

  constructor(
    private readonly args: readonly Term[],
    private readonly isVirtual: (reference: Reference) => boolean,
  ) {}

  read(literal: Literal, index: number): void {
    if (literal.modifiers.length > 0 || literal.negated) return;
    this.literal = index;
    const { expression } = literal;
    if (expression.kind === "call") this.readCall(expression);
    else if (expression.kind === "reference" || expression.kind === "variable") this.readCondition(expression);
  }

  private readCondition(term: Term): void {
    const source = this.document(term);
    if (source !== undefined) this.demand(source, { kind: "defined" });
  }

  private readCall(call: Call): void {
    const [first, second, third] = call.args;
    if (first === undefined || second === undefined) return;
    const operator = dottedName(call.operator);
    if (operator === "eq" && call.args.length === 2) this.readEquation(first, second);
    else if (operator === "internal.member_2" && call.args.length === 2) this.readMembership(first, second);
    else if (operator === "glob.match" && third !== undefined && call.args.length === 3) {
      this.readGlob(first, second, third);
    }
  }

  private readEquation(left: Term, right: Term): void {
    if (this.readMember(left, right) || this.readMember(right, left)) return;
    if (!this.readSides(left, right)) this.readSides(right, left);
  }

  /** `input.list[_] = "a"`: the list contains the scalar. */
  private readMember(left: Term, right: Term): boolean {
    const last = left.kind === "reference" ? left.path.at(-1) : undefined;
    if (left.kind !== "reference" || last?.kind !== "variable") return false;
    const source = this.document({ ...left, path: left.path.slice(0, -1) });
    const value = this.resolved(right);
    if (source === undefined || value.kind !== "scalar") return false;
    this.demand(source, { kind: "scalar", value: value.value });
    return true;
  }

  private readSides(left: Term, right: Term): boolean {
    if (left.kind === "variable" && left.name !== "input") return this.readVariable(left.name, right);
    const source = this.document(left);
    if (source === undefined) return false;
    const expectation = right.kind === "variable" ? this.expectationOfVariable(right) : expectationOf(right);
    if (expectation === undefined) return false;
    this.demand(source, expectation);
    return true;
  }

  private readVariable(name: string, right: Term): boolean {
    if (constantValue(right) !== undefined) this.constants.set(name, right);
    const expectation = expectationOf(right);
    const source = expectation === undefined ? undefined : this.sourceOf(name);
    if (expectation === undefined || source === undefined) return false;
    this.demand(source, expectation);
    return true;
  }

  private expectationOfVariable(term: Term): Expectation | undefined {
    const constant = constantValue(this.resolved(term));
    // OPA takes a composite value here as it stands; it excludes no other one.
    if (constant !== undefined && typeof constant === "object" && constant !== null) return { kind: "defined" };
    return expectationOf(this.resolved(term));
  }

  private readMembership(element: Term, collection: Term): void {
    const source = element.kind === "variable" ? this.sourceOf(element.name) : undefined;
    if (source === undefined) {
      this.readMembershipInDocument(element, collection);
      return;
    }
    for (const item of itemsOf(this.resolved(collection))) {
      const expectation = expectationOf(item);
      this.demand(source, expectation ?? { kind: "defined" });
    }
  }

  private readMembershipInDocument(element: Term, collection: Term): void {
    const source = this.document(collection) ?? this.documentOf(collection);
    const expectation = expectationOf(this.resolved(element));
    if (source !== undefined && expectation !== undefined) this.demand(source, expectation);
  }

  private readGlob(pattern: Term, delimiterTerm: Term, subject: Term): void {
    const delimiters = delimitersOf(constantValue(delimiterTerm));
    const text = constantValue(pattern);
    const source = subject.kind === "variable" ? this.sourceOf(subject.name) : undefined;
    if (delimiters === undefined || typeof text !== "string" || source === undefined) return;
    const parts = globParts(text, delimiters);
    if (parts !== undefined) this.demand(source, { kind: "glob", parts, delimiters });
  }

  /** The constant that a variable was equated with, or the term itself. */
  private resolved(term: Term): Term {
    return term.kind === "variable" ? (this.constants.get(term.name) ?? term) : term;
  }

  private document(term: Term): Source | undefined {
    const reference: Term =
      term.kind === "variable" ? { kind: "reference", head: term, path: [], location: term.location } : term;
    if (reference.kind !== "reference" || reference.head.kind !== "variable") return undefined;
    const { name } = reference.head;
    const isKnown = (name === "input" || name === "data") && reference.path.every(({ kind }) => kind === "scalar");
    return isKnown && !this.isVirtual(reference) ? { kind: "document", reference } : undefined;
  }

  private documentOf(term: Term): Source | undefined {
    const source = term.kind === "variable" ? this.sourceOf(term.name) : undefined;
    return source?.kind === "document" ? source : undefined;
  }

  /** Where a variable's value comes from: a document it was equated with, or the argument it names. */
  private sourceOf(name: string): Source | undefined {
    const known = this.conditions.find(({ expectations }) =>
      expectations.some((expectation) => expectation.kind === "defined" && expectation.variable === name),
    );
    if (known !== undefined) return known.source;
    const position = this.args.findIndex((arg) => arg.kind === "variable" && arg.name === name);
    return position < 0 ? undefined : { kind: "argument", position };
  }

  private demand(source: Source, expectation: Expectation): void {
    this.mentions.push(source);
    const key = sourceKey(source);
    const known = this.conditions.find((condition) => condition.key === key);
    if (known === undefined) {
      this.conditions.push({ key, source, expectations: [expectation], lastLiteral: this.literal });
      return;
    }
    known.lastLiteral = this.literal;
    replaceOrAppend(known.expectations, expectation);
  }
}

/** An expectation of more than being there takes the place of one of being there; later ones stand beside it. */
function replaceOrAppend(expectations: Expectation[], added: Expectation): void {
  if (expectations.some((known) => isSame(known, added))) return;
  const vague = added.kind === "defined" ? -1 : expectations.findIndex(({ kind }) => kind === "defined");
  if (vague < 0) expectations.push(added);
  else expectations[vague] = added;
}

function isSame(left: Expectation, right: Expectation): boolean {
  if (left.kind === "defined" && right.kind === "defined") return left.variable === right.variable;
  return left.kind === "scalar" && right.kind === "scalar" && equal(left.value, right.value);
}

/** What equality with a term demands; undefined: nothing that could be told before. */
function expectationOf(term: Term): Expectation | undefined {
  if (term.kind === "scalar") return { kind: "scalar", value: term.value };
  if (term.kind === "variable") return { kind: "defined", variable: term.name };
  if (term.kind !== "array") return undefined;
  const parts = term.items.map(partOf);
  return parts.every((part) => part !== undefined) ? { kind: "array", parts } : undefined;
}

function partOf(item: Term): PatternPart | undefined {
  if (item.kind === "scalar") return { value: item.value };
  return item.kind === "variable" ? "anything" : undefined;
}

function itemsOf(term: Term): readonly Term[] {
  if (term.kind === "array" || term.kind === "set") return term.items;
  return term.kind === "object" ? term.entries.map(([, value]) => value) : [];
}

/** All delimiters in one text; none given means the dot. */
function delimitersOf(value: Value | undefined): string | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.length === 0 ? "." : value.map(String).join("");
}

/** The parts of a pattern that has no other wildcard than whole parts; undefined for other patterns. */
function globParts(pattern: string, delimiters: string): readonly PatternPart[] | undefined {
  const parts = splitText(pattern, delimiters).map((part): PatternPart | undefined => {
    if (part === "*") return "anything";
    return /(?<!\\)(?:\\\\)*[[?{*]/.test(part) ? undefined : { value: part };
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}
