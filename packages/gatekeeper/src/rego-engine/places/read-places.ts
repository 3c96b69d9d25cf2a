import { equal, type Literal, type Reference, type Term, type Value, visitLiteralTerms } from "@ostiary/rego";
import { type Place, placeOf, resolveReference, type Solution } from "./resolve-reference.js";

/** The references and variables of a literal, in the order in which they are met. */
export const readersOf = (literal: Literal): readonly Term[] => {
  const found: Term[] = [];
  visitLiteralTerms(literal, (term) => {
    if (term.kind === "reference" || term.kind === "variable") found.push(term);
  });
  return found;
};

/**
 * The places in the object under review that a literal with a solution has read.
 *
 * @param readers - what {@link readersOf} gives
 */
export const readPlaces = (literal: Literal, solution: Solution, readers = readersOf(literal)): readonly Place[] => {
  const direct = directTerms(literal);
  const places: Place[] = [];
  for (const term of readers) {
    if (term.kind === "reference") {
      const isDirect = direct.includes(term);
      const found = resolveReference(term, solution, isDirect ? "enter" : "stay");
      places.push(...(isDirect ? thatHold(found, term, literal, solution) : found));
    }
    const place = term.kind === "variable" ? placeOf(solution.bindings.get(term.name), solution) : undefined;
    if (place !== undefined) places.push(place);
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
