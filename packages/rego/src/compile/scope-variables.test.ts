import { expect, test } from "vitest";
import { parseQueryText } from "../syntax/parse-module.js";
import { type VariableFilter, variablesInClosures, variablesOfBody } from "./scope-variables.js";

function names(text: string, filter: VariableFilter = {}): string {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  return query.ok ? [...variablesOfBody(query.value, filter)].join(" ") : "not parsed";
}

test.each<[string, VariableFilter, string]>([
  ["x = f(y)[z]", {}, "eq x f y z"],
  ["f(y)[z]", { operators: "skip" }, "y z"],
  ["x.y[z]", { referenceHeads: "skip" }, "z"],
  ["[a | b]", {}, "a b"],
  ["[a | b]", { closures: "skip" }, ""],
  ["{k: v | b}", {}, "k v b"],
  ["{a}", { sets: "skip" }, ""],
  ["{a}", {}, "a"],
  ["{k: v}", { objectKeys: "skip" }, "v"],
  ["every k, v in xs { b }", {}, "xs k v b"],
  ["every k, v in xs { b }", { closures: "skip" }, "xs"],
  ["some x, y", {}, "x y"],
  ["some k, v in xs", {}, "k v xs"],
  ["x with input.a as y", { operators: "skip" }, "x y"],
  ["x with input.a as y", {}, "x input y"],
  ["x with input as count", { operators: "skip" }, "x count"],
  ['$"{x} {f(y)}"', { operators: "skip" }, "x y"],
])("the variables of %s with %j are %s", (text, filter, expected) => {
  expect(names(text, filter)).toBe(expected);
});

test.each([
  ["x = [y | z]", "y z"],
  ["f([a | b], c)", "a b"],
  ["every x in [d | e] { y }", "y d e"],
  ["some x in [d | e]", "d e"],
  ["a with input as [b | c]", "b c"],
  ["some x", ""],
])("the closures of %s mention %s", (text, expected) => {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  const [literal] = query.ok ? query.value : [];
  expect(literal && [...variablesInClosures(literal)].join(" ")).toBe(expected);
});
