import { expect, test } from "vitest";
import { parseModule } from "./parse-module.js";

const verdict = (rule: string, release: "1.17" | "1.22"): string => {
  const module = parseModule(`package a\n\n${rule}\n`, { file: "a", version: "v1", release });
  return module.ok ? "ok" : module.errors.map(({ row, column, message }) => `${row}:${column} ${message}`).join(" / ");
};

test.each([
  ["every := 1", "3:1 every keyword cannot be used for rule name"],
  ["if = 1", "3:1 if keyword cannot be used for rule name"],
  ["in(x) if x", "3:1 in keyword cannot be used for rule name"],
  ["some contains 1", "3:1 some keyword cannot be used for rule name"],
  ["as if true", "3:1 as keyword cannot be used for rule name"],
  ["package := 1", "3:1 package keyword cannot be used for rule name"],
  ["import(x) := 1", "3:1 import keyword cannot be used for rule name"],
  ["not := 1", "3:1 not keyword cannot be used for rule name"],
  ["contains if true", "3:1 contains keyword cannot be used for rule name"],
  ["default in := 1", "3:9 in keyword cannot be used for rule name"],
  ["if.x := 1", "ok"],
])("release 1.22 refuses keywords as names of rules: %s", (rule, expected) => {
  expect(verdict(rule, "1.22")).toBe(expected);
});

test("release 1.17 says what stands in the way", () => {
  expect(verdict("every := 1", "1.17")).not.toContain("rule name");
});

test.each([
  ["p if )", "3:6 unexpected ) token"],
  ["p if set()", "ok"],
  ['p := {"a": 1, 2}', '3:16 unexpected } token: expected ":"'],
])("release 1.22 keeps the first error: %s", (rule, expected) => {
  expect(verdict(rule, "1.22").split(" / ")[0]).toBe(expected);
});
