import { expect, test } from "vitest";
import { parseModule } from "./parse-module.js";

function verdict(rule: string): readonly string[] {
  const module = parseModule(`package a\n\n${rule}\n`, { file: "a", version: "v1" });
  return module.ok ? [] : module.errors.map(({ message }) => message);
}

test.each([
  ["default p := 1", []],
  ['default p := [1, {2}, {"a": 3}]', []],
  ["default p := [x | x := input[_]]", []],
  ["default p := input.a", ["illegal default rule (value cannot contain ref)"]],
  ["default p := [count([])]", ["illegal default rule (value cannot contain call)"]],
  ['default p := {"a": x}', ["illegal default rule (value cannot contain var)"]],
  ["default f(1) := 2", ["illegal default rule (arguments cannot contain number)"]],
  ["default f(x, x) := 2", ["illegal default rule (arguments cannot be repeated x)"]],
  ["default f(_, _) := 2", []],
] as [string, string[]][])("%s", (rule, expected) => {
  expect(verdict(rule)).toStrictEqual(expected);
});
