import { expect, test } from "vitest";
import { parseModule } from "./parse-module.js";

const verdict = (rule: string): readonly string[] => {
  const module = parseModule(`package a\n\n${rule}\n`, { file: "a", version: "v1" });
  return module.ok ? [] : module.errors.map(({ message }) => message);
};

test.each<[string, readonly string[]]>([
  ["p if { true }", []],
  ["p := 1", []],
  ["p { true }", ["`if` keyword is required before rule body"]],
  ["f(x) { true }", ["`if` keyword is required before function body"]],
  [
    "p[x] { x := 1 }",
    ["`if` keyword is required before rule body", "`contains` keyword is required for partial set rules"],
  ],
  ["p if { false } else := 1 { true }", ["`if` keyword is required before rule body"]],
  ["contains := 1", ["contains keyword cannot be used for rule name"]],
])("%s", (rule, expected) => {
  expect(verdict(rule)).toStrictEqual(expected);
});
