import { expect, test } from "vitest";
import { addToFlow, removeFromFlow } from "./flow-splices.js";
import { readSourceTrees } from "./source-tree.js";
import { applySplices } from "./splice.js";

const entriesOf = (text: string) => readSourceTrees(text, new Set([0])).get(0)?.entries ?? [];

test.each<[string, number[], string]>([
  ["[a, b, c]", [0], "[b, c]"],
  ["[a, b, c]", [1, 2], "[a]"],
  ["[a, b, c, d]", [0, 2], "[b, d]"],
  ["{a: 1, b: 2,}", [1], "{a: 1,}"],
])("of %s without %j remains %s", (text, removed, expected) => {
  expect(applySplices(text, removeFromFlow(entriesOf(text), removed))).toBe(expected);
});

test.each<[string, number, string]>([
  ["[a, b]", 0, "[x, a, b]"],
  ["[a, b]", 1, "[a, x, b]"],
  ["[a, b]", 2, "[a, b, x]"],
  ["[\n  a,\n  b\n]", 2, "[\n  a,\n  b,\n  x\n]"],
  ["[\n  a,\n  b\n]", 0, "[\n  x,\n  a,\n  b\n]"],
])("in %j an entry before number %i gives %j", (text, position, expected) => {
  expect(applySplices(text, addToFlow(text, entriesOf(text), position, ["x"]))).toBe(expected);
});
