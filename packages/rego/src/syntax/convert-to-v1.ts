import { certain } from "../value/certain.js";
import { dottedName, type Import, type Module, operatorReference, type Rule } from "./ast.js";

/**
 * A module of Rego v0 as one that means the same in v0 and in v1: with `import rego.v1`, `if` and `contains`. What v1 refuses,
 * such as deprecated builtins or names that are keywords there, is not changed.
 */
export const convertToV1 = (module: Module): Module => ({
  ...module,
  version: "v0-compatible",
  imports: withRegoV1(module),
  rules: module.rules.map(convertRule),
});

const KEYWORDS = /^(?:rego\.v1|future\.keywords)\b/;

/** `rego.v1` takes the place of the imports of single keywords, which cannot stand beside it. */
function withRegoV1({ package: { location }, imports }: Module): readonly Import[] {
  const isOfKeywords = ({ path }: Import): boolean => KEYWORDS.test(certain(dottedName(path), "import path"));
  const place = imports.find(isOfKeywords)?.location ?? location;
  const others = imports.filter((entry) => !isOfKeywords(entry));
  return [{ path: operatorReference("rego.v1", place), location: place }, ...others];
}

function convertRule(rule: Rule): Rule {
  const hasBody = rule.generatedBody !== true && !rule.isDefault;
  const converted = { ...rule, usesIf: hasBody, usesContains: rule.head.key !== undefined };
  return rule.else === undefined ? converted : { ...converted, else: convertRule(rule.else) };
}
