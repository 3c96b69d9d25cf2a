import { expect, test } from "vitest";
import { parseQueryText } from "../syntax/parse-module.js";
import { Unifier } from "./unifier.js";

function bound(equation: string, safe: readonly string[]): string {
  const query = parseQueryText(equation, { file: "a", version: "v1" });
  const expression = query.ok ? query.value[0]?.expression : undefined;
  if (expression?.kind !== "call") return "no equation";
  const [left, right] = expression.args;
  if (left === undefined || right === undefined) return "no equation";
  return [...new Unifier(new Set(safe)).solve(left, right)].sort().join(" ");
}

test.each<[string, readonly string[], string]>([
  ["x = 1", [], "x"],
  ["1 = x", [], "x"],
  ["x = y", [], ""],
  ["x = y", ["y"], "x"],
  ["x = y", ["x"], "y"],
  ["x = [y, z]", ["x"], "y z"],
  ["x = [y, z]", ["y", "z"], "x"],
  ["x = [y, z]", ["y"], ""],
  ["[x, 1] = [2, y]", [], "x y"],
  ["[x, y] = [y, 1]", [], "x y"],
  ["[x] = [1, 2]", [], ""],
  ['{"a": x} = {"a": 1}', [], "x"],
  ['{"a": x} = {"b": 1}', [], ""],
  ['{"a": x} = {"a": 1, "b": 2}', [], ""],
  ["{k: x} = {k: 1}", [], "x"],
  ["[x, y] = input.a", [], "x y"],
  ["[x] = z.a", [], ""],
  ["[x] = z.a", ["z"], "x"],
  ["[x] = f(1)", [], "x"],
  ["[x] = [y | true]", [], "x"],
  ["[x] = {y | true}", [], "x"],
  ["[y | true] = [x]", [], "x"],
  ["{y | true} = [x]", [], ""],
  ['{"a": x} = {"a": y | true}', [], ""],
  ['{"a": y | true} = {"a": x}', [], "x"],
  ['[y | true] = {"a": x}', [], ""],
  ["x = [y | true]", [], "x"],
  ["x = {1}", [], "x"],
  ["{x} = {1}", [], ""],
  ["x = z.a", [], ""],
  ["x = f(1)", [], "x"],
])("%s with %j bound binds: %s", (equation, safe, expected) => {
  expect(bound(equation, safe)).toBe(expected);
});
