import { expect, test } from "vitest";
import { addToBlock, columnOf, removeFromBlock, replaceInBlock } from "./block-splices.js";
import { readSourceTrees, type SourceValue } from "./source-tree.js";
import { applySplices, type Splice } from "./splice.js";

const rootOf = (text: string): SourceValue => {
  const root = readSourceTrees(text, new Set([0])).get(0);
  if (root === undefined) throw new Error("no collection");
  return root;
};

const apply = (text: string, splices: readonly Splice[] | undefined): string | undefined =>
  splices && applySplices(text, splices);

test.each<[string, number[], string | undefined]>([
  ["a: 1 # one\nb: 2\n", [0], "b: 2\n"],
  ["a: 1\nb:\n  c: 2\n# kept\nd: 3", [1], "a: 1\n# kept\nd: 3"],
  ["a: |\n  x\n\nb: 1\n", [0], "\nb: 1\n"],
  ["- a\n- b: 1\n  c: 2\n- d\n", [1], "- a\n- d\n"],
  ["- - a\n  - b\n- c\n", [0], "- c\n"],
  ["? a\n: 1\n? b\n: 2\n", [0], undefined],
])("of %j without %j remains %j", (text, removed, expected) => {
  expect(apply(text, removeFromBlock(text, rootOf(text), removed))).toBe(expected);
});

test("when the key behind a dash goes, the next one moves there", () => {
  const text = "- a: 1\n  b: 2\n  c: 3\n";
  const item = rootOf(text).entries[0]?.value;
  expect(item && apply(text, removeFromBlock(text, item, [0, 1]))).toBe("- c: 3\n");
});

test.each<[string, number, string]>([
  ["a: 1\n# end\n", 1, "a: 1\nx\n# end\n"],
  ["a: 1", 1, "a: 1\nx"],
  ["- a\n- b\n", 1, "- a\nx\n- b\n"],
])("in %j lines before number %i give %j", (text, position, expected) => {
  expect(apply(text, addToBlock(text, rootOf(text), position, "x"))).toBe(expected);
});

test.each<[string, string, string]>([
  ["a:   1 # c\n", " 2", "a:   2 # c\n"],
  ["a: 1 # c\n", "\n  b: 1", "a: # c\n  b: 1\n"],
  ["a:\n  b: 1\n", " x", "a: x\n"],
  ["a:\n", " x", "a: x\n"],
  ['"a" : 1\n', " x", '"a" : x\n'],
])("in %j the value%j gives %j", (text, written, expected) => {
  const [entry] = rootOf(text).entries;
  expect(entry && apply(text, replaceInBlock(text, entry, written))).toBe(expected);
});

test.each<[string, number | undefined]>([
  ["a: 1", 0],
  ["- a: 1", 0],
  ["? a\n: 1", undefined],
])("%j is indented by %j columns", (text, column) => {
  expect(columnOf(text, rootOf(text))).toBe(column);
});
