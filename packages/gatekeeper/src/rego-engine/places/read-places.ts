import { equal, type Literal, type Reference, type Term, type Value, visitLiteralTerms } from "@ostiary/rego";
import {
  isDocument,
  mayLeadIntoObject,
  type Place,
  placeOf,
  resolveReference,
  type Solution,
} from "./resolve-reference.js";

/** A reference or variable of a literal that may read the object under review. */
export interface Reader {
  readonly term: Reference | Variable;
  /** Whether the literal is about it itself, and not one of its comprehensions. */
  readonly isDirect: boolean;
}

type Variable = Extract<Term, { readonly kind: "variable" }>;

/** The references and variables of a literal that may read the object, in the order in which they are met. */
export const readersOf = (literal: Literal): readonly Reader[] => {
  const direct = directTerms(literal);
  const found: Reader[] = [];
  visitLiteralTerms(literal, (term) => {
    if (mayRead(term)) found.push({ term, isDirect: direct.includes(term) });
  });
  return found;
};

const mayRead = (term: Term): term is Reader["term"] => {
  if (term.kind === "reference") return mayLeadIntoObject(term);
  return term.kind === "variable" && !isDocument(term);
};

/**
 * The places in the object under review that a literal with a solution has read.
 *
 * @param readers - what {@link readersOf} gives
 */
export const readPlaces = (literal: Literal, solution: Solution, readers = readersOf(literal)): readonly Place[] => {
  const places: Place[] = [];
  for (const { term, isDirect } of readers) {
    if (term.kind === "variable") {
      const place = placeOf(solution.bindings.get(term.name), solution);
      if (place !== undefined) places.push(place);
      continue;
    }
    const found = resolveReference(term, solution, isDirect ? "enter" : "stay");
    for (const place of isDirect ? thatHold(found, term, literal, solution) : found) places.push(place);
  }
  return places;
};

/** The terms that a literal is about itself, not those of its comprehensions. */
const directTerms = ({ expression }: Literal): readonly Term[] => {
  if (expression.kind === "call") return expression.args;
  return expression.kind === "reference" ? [expression] : [];
};

/** Of any members those count for which the literal holds, as far as that can be seen. */
const thatHold = (
  places: readonly Place[],
  reference: Reference,
  literal: Literal,
  solution: Solution,
): readonly Place[] => {
  if (places.length < 2 || literal.negated) return places;
  const wanted = otherSide(literal, reference, solution);
  const holding = places.filter(({ value }) =>
    wanted === undefined ? value !== undefined && value !== false : value !== undefined && equal(value, wanted),
  );
  return holding.length > 0 ? holding : places;
};

/** What a reference equals in an equation, where that is known. */
const otherSide = ({ expression }: Literal, reference: Reference, { bindings }: Solution): Value | undefined => {
  if (expression.kind !== "call" || expression.args.length !== 2) return undefined;
  const { head } = expression.operator;
  if (head.kind !== "variable" || head.name !== "eq") return undefined;
  const other = expression.args.find((term) => term !== reference);
  if (other?.kind === "variable") return bindings.get(other.name);
  return other?.kind === "scalar" ? other.value : undefined;
};
