import { expect, test } from "vitest";
import { parseModule } from "../../syntax/parse-module.js";
import { printTerm } from "../../syntax/print-term.js";
import { checkedComprehensions, checkedReferences } from "./checked-terms.js";

test.each<[literal: string, references: readonly string[], comprehensions: readonly string[]]>([
  ["f(a.b[c.d], [e.f])", ["a.b[c.d]", "c.d", "e.f"], []],
  ["x = {a.b | c.d}", [], ["{a.b | c.d}"]],
  ["[[y | y = 1] | a.b]", [], ["[[y | y = 1] | a.b]"]],
  ["every x in a.b { f(c.d, [1 | true]) }", ["a.b", "c.d"], ["[1 | true]"]],
  ["not { a.b; x = [1 | true] }", ["a.b"], ["[1 | true]"]],
])("of %s the references %j and the comprehensions %j", (literal, references, comprehensions) => {
  const source = `package p\n\nimport future.keywords.not\n\nq if { ${literal} }\n`;
  const module = parseModule(source, { file: "p.rego", version: "v1" });
  const [parsed] = module.ok ? (module.value.rules[0]?.body ?? []) : [];
  if (parsed === undefined) throw new Error("not parsed");
  expect(checkedReferences(parsed).map(printTerm)).toStrictEqual(references);
  expect(checkedComprehensions(parsed).map(printTerm)).toStrictEqual(comprehensions);
});
