import type { Expression } from "./expression.js";

/** How deep expressions may nest, chains of operators and fields included; of chains of `&&` and of `||` one counts. */
const DEEPEST = 251;

const CHAINS: readonly string[] = ["_&&_", "_||_"];

/** What an expression is made of, but for the links of a chain, whose terms are all as deep as its first. */
const partsOf = (expression: Expression): readonly Expression[] => {
  const parts = directParts(expression);
  if (expression.kind !== "call" || !CHAINS.includes(expression.name)) return parts;
  return parts.flatMap((part) => (part.kind === "call" && part.name === expression.name ? partsOf(part) : [part]));
};

const directParts = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case "select":
      return [expression.operand];
    case "call":
      return [...(expression.target === undefined ? [] : [expression.target]), ...expression.args];
    case "list":
      return expression.elements;
    case "map":
      return expression.entries.flat();
    case "fold":
      return [expression.range, expression.predicate, expression.body].filter((part) => part !== undefined);
    case "let":
      return [expression.target, expression.body];
    default:
      return [];
  }
};

/** Whether an expression nests deeper than Kubernetes takes. Goes level by level, so that no depth can exhaust the stack. */
export const nestsTooDeep = (root: Expression): boolean => {
  let level: readonly Expression[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= DEEPEST) return true;
    level = level.flatMap(partsOf);
  }
  return false;
};
