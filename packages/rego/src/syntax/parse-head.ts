import type { Head, Reference, Term } from "./ast.js";
import type { Location } from "./location.js";
import { finishReference, parseInfix } from "./parse-term.js";
import type { ParserState } from "./parser-state.js";
import { printTerm } from "./print-term.js";
import type { TokenKind } from "./token.js";

/** A rule head as written, before the body decides what it means. */
export interface WrittenHead extends Head {
  readonly usesContains: boolean;
}

const infixOperators: ReadonlySet<TokenKind> = new Set<TokenKind>([
  "plus",
  "minus",
  "mul",
  "div",
  "rem",
  "and",
  "or",
  "equal",
  "neq",
  "gt",
  "gte",
  "lt",
  "lte",
]);

/** Reads the part of a rule before its body. */
export function parseHead(parser: ParserState, form: "default" | "rule"): WrittenHead | undefined {
  const start = parser.location;
  const name = parser.variable(parser.token.text, start);
  const term = parseHeadTerm(parser, name);
  if (term === undefined) {
    parser.illegal("expected rule head name");
    return undefined;
  }
  const signature = signatureOf(term);
  if (signature === undefined) {
    if (term.kind === "call") parser.illegal(`rule head ref ${printTerm(term.operator)} invalid`);
    return undefined;
  }
  return parser.is("contains") ? parseContains(parser, start, signature) : parseValue(parser, start, signature, form);
}

/** White space is tolerated between a rule's name and the first bracket, dot or parenthesis. */
function parseHeadTerm(parser: ParserState, name: Term): Term | undefined {
  parser.scanOverNothing();
  if (infixOperators.has(parser.kind)) parser.illegal();
  if (parser.is("whitespace")) parser.scan();
  return finishReference(parser, name);
}

interface Signature {
  readonly reference: Reference;
  readonly args?: readonly Term[];
}

function signatureOf(term: Term): Signature | undefined {
  if (term.kind === "variable")
    return { reference: { kind: "reference", head: term, path: [], location: term.location } };
  if (term.kind === "reference") return term.head.kind === "variable" ? { reference: term } : undefined;
  if (term.kind !== "call" || term.operator.head.kind !== "variable") return undefined;
  return { reference: term.operator, args: term.args };
}

function parseContains(parser: ParserState, start: Location, signature: Signature): WrittenHead {
  const name = printTerm(signature.reference);
  if (signature.args !== undefined) {
    parser.illegal(
      `the contains keyword can only be used with multi-value rule definitions (e.g., ${name} contains <VALUE> { ... })`,
    );
  }
  parser.scan();
  const key = parseInfix(parser);
  if (key === undefined) parser.illegal(`expected rule key term (e.g., ${name} contains <VALUE> { ... })`);
  const head = { ...signature, assign: false, location: parser.since(start), usesContains: true };
  return key === undefined ? head : { ...head, key };
}

function parseValue(parser: ParserState, start: Location, signature: Signature, form: "default" | "rule"): WrittenHead {
  const operator = parser.kind;
  const isWritten = operator === "eq" || operator === "assign";
  const value = isWritten ? parseHeadValue(parser, signature, form) : undefined;
  const location = parser.since(start);
  const head = { ...signature, assign: operator === "assign", location, usesContains: false };
  if (value !== undefined) return { ...head, value };
  const mayBeSet = signature.reference.path.length === 1 && (signature.args ?? []).length === 0;
  if (mayBeSet) return head;
  return { ...head, value: { kind: "scalar", value: true, location }, generatedValue: true };
}

function parseHeadValue(parser: ParserState, signature: Signature, form: "default" | "rule"): Term | undefined {
  const isAssignment = parser.is("assign");
  parser.scan();
  const value = parseInfix(parser);
  if (value !== undefined) return value;
  const name = printTerm(signature.reference);
  if (!isAssignment) {
    // OPA prints the absent key of the head like this.
    parser.illegal(`expected rule value term (e.g., ${name}[<nil>] = <VALUE> { ... })`);
  } else if ((signature.args ?? []).length > 0) {
    parser.illegal(`expected function value term (e.g., ${name}(...) := <VALUE> { ... })`);
  } else if (form === "default") {
    parser.illegal(`expected default rule value term (e.g., default ${name} := <VALUE>)`);
  } else {
    parser.illegal(`expected rule value term (e.g., ${name} := <VALUE> { ... })`);
  }
  return undefined;
}
