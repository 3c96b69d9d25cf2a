import type { Literal, Rule, Term } from "@ostiary/rego";

/**
 * The literals of a body that only make up the message: what they read tells what the violation is called, not what it is
 * about.
 */
export const messageLiterals = (rule: Rule): ReadonlySet<Literal> => {
  const found = new Set<Literal>();
  const wanted = new Set(variablesOf(messageTerm(rule)));
  for (const literal of rule.body.toReversed()) {
    const output = outputOf(literal);
    if (output === undefined || !wanted.has(output)) continue;
    found.add(literal);
    // What the author has named may be used elsewhere too.
    for (const name of inputsOf(literal)) if (isMadeByCompiler(name)) wanted.add(name);
  }
  return found;
};

/** What stands for the message in the head of a rule. */
export const messageTerm = ({ head: { key } }: Rule): Term | undefined => {
  if (key?.kind !== "object") return key;
  return key.entries.find(([name]) => name.kind === "scalar" && name.value === "msg")?.[1];
};

const isMadeByCompiler = (name: string): boolean => name.startsWith("#");

const variablesOf = (term: Term | undefined): readonly string[] => (term?.kind === "variable" ? [term.name] : []);

/** The variable that a literal gives its value: of an equation the left side, of a call the last argument. */
const outputOf = ({ expression }: Literal): string | undefined => {
  if (expression.kind !== "call") return undefined;
  const { head } = expression.operator;
  const isEquation = head.kind === "variable" && head.name === "eq";
  const term = isEquation ? expression.args[0] : expression.args.at(-1);
  return term?.kind === "variable" ? term.name : undefined;
};

const inputsOf = ({ expression }: Literal): readonly string[] => {
  if (expression.kind !== "call") return [];
  return expression.args.flatMap((term) =>
    term.kind === "array" ? term.items.flatMap(variablesOf) : variablesOf(term),
  );
};
