import { type Mapper, mapLiteral, mapTerm } from "../compile/map-terms.js";
import { isGenerated } from "../compile/name-source.js";
import { type Body, type Call, calledOperator, type Literal, type Term } from "../syntax/ast.js";
import { printLiteral } from "../syntax/print-term.js";

/** What the compiler's own variables stand for, by their names. */
export type Definitions = ReadonlyMap<string, Term>;

/** The terms that the compiler took apart into variables of its own, in a body. */
export function definitionsIn(body: Body): Definitions {
  const definitions = new Map<string, Term>();
  for (const literal of body) {
    const definition = definitionOf(literal);
    // A variable that stands for something already is an argument, also where an output could be.
    if (definition !== undefined && !definitions.has(definition[0])) definitions.set(...definition);
  }
  return definitions;
}

/** The variable that a generated literal defines, and the term that it stands for. */
function definitionOf({ expression }: Literal): readonly [string, Term] | undefined {
  if (expression.kind !== "call") return undefined;
  const [first, second] = expression.args;
  const isEquation = calledOperator(expression) === "eq" && expression.args.length === 2;
  if (isEquation && first?.kind === "variable" && isGenerated(first.name) && second !== undefined) {
    return [first.name, second];
  }
  const last = expression.args.at(-1);
  if (isEquation || last?.kind !== "variable" || !isGenerated(last.name)) return undefined;
  return [last.name, withoutOutput(expression)];
}

const withoutOutput = (call: Call): Call => ({ ...call, args: call.args.slice(0, -1) });

/** A term as the source has it: with the terms instead of the compiler's variables, and `_` for those that stand for none. */
export const unfoldTerm = (term: Term, definitions: Definitions): Term => mapTerm(term, unfolding(definitions));

function unfolding(definitions: Definitions): Mapper {
  const mapper: Mapper = {
    term: (part) => {
      if (part.kind !== "variable" || !isGenerated(part.name)) return undefined;
      const definition = definitions.get(part.name);
      return definition === undefined ? { ...part, name: "$" } : mapTerm(definition, mapper);
    },
  };
  return mapper;
}

/** A literal as the source has it, on one line. */
export function unfoldedText(literal: Literal, definitions: Definitions): string {
  const own = ownDefinition(literal, definitions);
  const others = new Map([...definitions].filter(([name]) => name !== own?.[0]));
  if (own === undefined) return printLiteral(mapLiteral(literal, unfolding(others)));
  const [, term] = own;
  return printLiteral({ ...literal, expression: unfoldTerm(term, others) });
}

/** What a literal defines, unless its variable stands for something else. */
function ownDefinition(literal: Literal, definitions: Definitions): readonly [string, Term] | undefined {
  const own = definitionOf(literal);
  if (own === undefined) return undefined;
  const [name, term] = own;
  const known = definitions.get(name);
  const isSameCall = known?.kind === "call" && term.kind === "call" && known.operator === term.operator;
  return known === undefined || known === term || isSameCall ? own : undefined;
}
