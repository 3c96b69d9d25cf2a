import type { Rule } from "./ast.js";
import { rootName } from "./ast.js";
import { type Diagnostic, diagnose } from "./diagnostic.js";
import { futureKeywords, keywords } from "./token.js";

/** What Rego v1 refuses of a rule that the grammar accepts; else branches included. */
export function checkRegoV1(rule: Rule): readonly Diagnostic[] {
  const errors = checkOne(rule);
  return rule.else === undefined ? errors : [...errors, ...checkRegoV1(rule.else)];
}

function checkOne(rule: Rule): readonly Diagnostic[] {
  const messages: string[] = [];
  const { head } = rule;
  const isFunction = (head.args ?? []).length > 0;
  const name = rootName(head.reference);
  if (!isFunction && isKeyword(name) && head.reference.path.length === 0) {
    messages.push(`${name} keyword cannot be used for rule name`);
  }
  const needsIf = rule.generatedBody !== true && !rule.isDefault && !rule.usesIf;
  if (needsIf) messages.push(`\`if\` keyword is required before ${isFunction ? "function" : "rule"} body`);
  const isSet = head.key !== undefined && head.value === undefined;
  if (isSet && !rule.usesContains) messages.push("`contains` keyword is required for partial set rules");
  else if (isBare(rule)) {
    messages.push("rule must have value assignment and/or body declaration");
  }
  return messages.map((message) => diagnose("rego_parse_error", message, rule.location));
}

const isKeyword = (name: string): boolean => keywords.has(name) || futureKeywords.has(name);

const isBare = (rule: Rule): boolean =>
  rule.generatedBody === true && rule.head.generatedValue === true && !rule.usesContains && !rule.isDefault;
