import { type Literal, parseModule, type Rule } from "@ostiary/rego";

/** The first rule of a module in Rego v0, as it is parsed. */
export const parseRule = (source: string): Rule => {
  const parsed = parseModule(`package a\n${source}`, { file: "template", version: "v0" });
  const [rule] = parsed.ok ? parsed.value.rules : [];
  if (rule === undefined) throw new Error(`no rule: ${source}`);
  return rule;
};

/** The first literal of a body in Rego v0. */
export const parseLiteral = (source: string): Literal => {
  const [literal] = parseRule(`p { ${source} }`).body;
  if (literal === undefined) throw new Error(`no literal: ${source}`);
  return literal;
};
