import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { parseQueryText } from "../syntax/parse-module.js";
import { printBody } from "../syntax/print-term.js";
import { simplifyComprehensionHeads } from "./head-terms.js";
import { NameSource } from "./name-source.js";

test.each([
  ["x = [input.a | y]", "x = [t0 | y; t0 = input.a]"],
  ["x = {input.a: [z | z = 1] | y}", "x = {t0: t1 | y; t0 = input.a; t1 = [z | z = 1]}"],
  ["x = [z | z = [input.a | y]]", "x = [z | z = [t0 | y; t0 = input.a]]"],
  ["x = [1 | y]", "x = [1 | y]"],
])("%s becomes %s", (text, expected) => {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  const body = query.ok ? simplifyComprehensionHeads(query.value, new NameSource()) : [];
  expect(printBody(body).replaceAll(/__local(\d+)__/g, "t$1")).toBe(expected);
});

test("what a rule's head refers to is found after its body", () => {
  const rego = 'p[input.k] := {"v": input.v} if { input.ok }';
  expect(outcomeOf({ rego, input: { k: "a", v: 1, ok: true } })).toBe('{"p": {"a": {"v": 1}}}');
  expect(outcomeOf({ rego, input: { k: "a", ok: true } })).toBe('{"p": {}}');
});
