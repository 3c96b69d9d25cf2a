import { compileRego, printTerm, type Rule } from "@ostiary/rego";
import { expect, test } from "vitest";
import { parseRule } from "../../../test/rego-rule.js";
import { messageLiterals, messageTerm } from "./message-literals.js";

const compiledRule = (source: string): Rule => {
  const policy = compileRego([{ file: "template", source: `package a\n${source}`, version: "v0" }]);
  const rule = policy.ok ? policy.value.modules[0]?.rules[0] : undefined;
  if (rule === undefined) throw new Error("does not compile");
  return rule;
};

test("what only makes up the message is told from what the violation is about", () => {
  const rule = compiledRule(
    'violation[{"msg": msg}] { c := input.c; c.bad; n := c.name; msg := sprintf("%v %v", [n, c.image]) }',
  );
  const found = messageLiterals(rule);
  expect(rule.body.map((literal) => found.has(literal))).toEqual([false, false, false, true, true, true]);
});

test.each([
  ['violation[{"msg": msg}] { msg := "a" }', "msg"],
  ['violation[{"msg": "text", "details": {}}] { true }', '"text"'],
  ["violation[member] { member := input.a }", "member"],
  ['violation[{"text": 1}] { true }', undefined],
  ["violation { true }", undefined],
])("the message of `%s` is %s", (source, text) => {
  const term = messageTerm(parseRule(source));
  expect(term === undefined ? undefined : printTerm(term)).toBe(text);
});
