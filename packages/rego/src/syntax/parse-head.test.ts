import { expect, test } from "vitest";
import { parseModule } from "./parse-module.js";
import { printTerm } from "./print-term.js";

function head(rule: string): string {
  const module = parseModule(`package a\n\n${rule}\n`, { file: "a", version: "v1" });
  if (!module.ok) return module.errors.map(({ message }) => message).join(" / ");
  const parsed = module.value.rules[0]?.head;
  const { reference, args, key, value, generatedValue } = parsed ?? {};
  const parts = [reference && printTerm(reference), args && `(${args.map(printTerm).join(", ")})`];
  const content = [key && `contains ${printTerm(key)}`, value && generatedValue !== true && `:= ${printTerm(value)}`];
  return [...parts, ...content].filter(Boolean).join(" ");
}

test.each([
  ["p := 1", "p := 1"],
  ["p.a[1] := 2", "p.a[1] := 2"],
  ["f(x, [y]) := 1", "f (x, [y]) := 1"],
  ["a.b.f(x) if x", "a.b.f (x)"],
  ["p contains 1", "p contains 1"],
  ["p[x] if { x := 1 }", "p[x]"],
  ["p [x] if { x := 1 }", "p[x]"],
  ["f(x)[1] { true }", "invalid rule head: f(x)[1]"],
  ["p+1", "unexpected plus token"],
  ["p := ", "expected rule value term (e.g., p := <VALUE> { ... })"],
  ["f(x) := ", "expected function value term (e.g., f(...) := <VALUE> { ... })"],
  ["default p := ", "expected default rule value term (e.g., default p := <VALUE>)"],
  ["p = ", "expected rule value term (e.g., p[<nil>] = <VALUE> { ... })"],
  ["p contains ", "expected rule key term (e.g., p contains <VALUE> { ... })"],
])("%s", (rule, expected) => {
  expect(head(rule)).toContain(expected);
});
