import { expect, test } from "vitest";
import { parseQueryText } from "../syntax/parse-module.js";
import { outputsOfBody, outputsOfLiteral } from "./outputs.js";

const arity = (operator: { readonly head: { readonly kind: string } }): number | undefined =>
  "name" in operator.head && operator.head.name === "f" ? 1 : undefined;

function outputs(text: string, safe: readonly string[] = []): string {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  const [literal] = query.ok ? query.value : [];
  return literal === undefined ? "not parsed" : [...outputsOfLiteral(literal, arity, new Set(safe))].sort().join(" ");
}

test.each<[string, readonly string[], string]>([
  ["input[x][y]", [], "x y"],
  ["z[x]", [], ""],
  ["z[x]", ["z"], "x"],
  ["not input[x]", [], ""],
  ["x = 1", [], "x"],
  ["x == 1", [], ""],
  ["f(input[x])", [], "x"],
  ["f(1, x)", [], "x"],
  ["f(y, x)", [], ""],
  ["f(y, x)", ["y"], "x"],
  ["g(1, x)", [], ""],
  ["input[x] with input as y", [], ""],
  ["input[x] with input as 1", [], "x"],
  ["every x in input[y] { x }", [], "y"],
  ["[x | x = input[z]]", [], ""],
  ["some x", [], ""],
])("%s with %j bound binds: %s", (text, safe, expected) => {
  expect(outputs(text, safe)).toBe(expected);
});

test("a body binds what its literals bind one after the other", () => {
  const query = parseQueryText("x = 1; f(x, y); z[y]", { file: "a", version: "v1" });
  expect(query.ok && [...outputsOfBody(query.value, arity, new Set())].sort()).toStrictEqual(["x", "y"]);
});
