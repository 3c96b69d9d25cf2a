import { expect, test } from "vitest";
import { parseQueryText } from "./parse-module.js";
import { printTerm } from "./print-term.js";
import { ruleFromQuery } from "./rule-from-query.js";

function interpreted(statement: string): string {
  const query = parseQueryText(statement, { file: "a", version: "v1" });
  if (!query.ok) return "not parsed";
  const interpretation = ruleFromQuery(query.value, (name) => name === "count");
  if ("error" in interpretation) return interpretation.error;
  const { reference, args, key, value } = interpretation.rule.head;
  const parts = [printTerm(reference), args?.map(printTerm).join(), key && printTerm(key), value && printTerm(value)];
  return parts.map((part) => part ?? "-").join(" ");
}

test.each([
  ["x = 1", "x - - 1"],
  ["x := 1", "x - - 1"],
  ['p["a"]', 'p - "a" -'],
  ["p.a.b", "p.a.b - - true"],
  ['p["a"] = 1', "p.a - - 1"],
  ["f(1) = 2", "f 1 - 2"],
  ["f(1)", "f 1 - true"],
  ["x", "var cannot be used for rule name"],
  ["1", "number cannot be used for rule name"],
  ["[1] = 2", "array cannot be used for rule name"],
  ["not x", "negated expressions cannot be used for rule head"],
  ["x with input as 1", "expressions using with keyword cannot be used for rule head"],
  ["some x in xs", "'some' declarations cannot be used for rule head"],
  ["every x in xs { x }", "'every' cannot be used for rule head"],
  ["count(1)", "rule name conflicts with built-in function"],
  ["f()", "rule argument list must take at least one argument"],
  ["x; y", "multiple expressions cannot be used for rule head"],
  ["input", "refs cannot be used for rule head"],
  ["[1][0]", "invalid rule head: [1][0]"],
])("%s", (statement, expected) => {
  expect(interpreted(statement)).toBe(expected);
});
