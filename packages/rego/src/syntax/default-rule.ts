import type { Rule, Term } from "./ast.js";
import { termKindName } from "./parse-term.js";

/** What is wrong with a default rule: its value must be constant, its arguments distinct names. */
export function validateDefault(rule: Rule): readonly string[] {
  const { value, args = [] } = rule.head;
  if (value === undefined) return ["illegal default rule (must have a value)"];
  const errors = forbiddenKinds(value).map((kind) => `illegal default rule (value cannot contain ${kind})`);
  return errors.length > 0 ? errors : validateArguments(args);
}

function forbiddenKinds(term: Term): readonly string[] {
  switch (term.kind) {
    case "reference":
      return ["ref"];
    case "call":
      return ["call"];
    case "variable":
      return ["var"];
    case "array":
    case "set":
      return term.items.flatMap(forbiddenKinds);
    case "object":
      return term.entries.flat().flatMap(forbiddenKinds);
    default:
      return [];
  }
}

function validateArguments(args: readonly Term[]): readonly string[] {
  const seen = new Set<string>();
  const errors: string[] = [];
  for (const arg of args) {
    if (arg.kind !== "variable") {
      errors.push(`illegal default rule (arguments cannot contain ${termKindName(arg)})`);
    } else if (seen.has(arg.name)) {
      errors.push(`illegal default rule (arguments cannot be repeated ${arg.name})`);
    } else seen.add(arg.name);
  }
  return errors;
}
