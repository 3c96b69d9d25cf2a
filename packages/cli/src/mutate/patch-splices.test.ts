import { createPatch, type Json } from "@ostiary/gatekeeper";
import { expect, test } from "vitest";
import { patchSplices } from "./patch-splices.js";
import { readSourceTrees } from "./source-tree.js";
import { applySplices } from "./splice.js";

const patch = (text: string, before: Json, after: Json): string | undefined => {
  const root = readSourceTrees(text, new Set([0])).get(0);
  const style = { syntax: "yaml", lists: "indented" } as const;
  const splices = root && patchSplices(text, root, createPatch(before, after), style);
  return splices && applySplices(text, splices);
};

test("several changes of one document do not get into each other's way", () => {
  const before = { a: [1, 2, 3, { b: 1 }, 5], c: { d: "x", e: "y" } };
  const after = { a: [1, 3, { b: 2 }, 5], c: { e: "z", f: true, g: null } };
  const text = "a: [1, 2, 3, {b: 1}, 5]\nc:\n  d: x # d\n  e: y # e\n";
  expect(patch(text, before, after)).toBe("a: [1, 3, {b: 2}, 5]\nc:\n  e: z # e\n  f: true\n  g: null\n");
});

test("where blocks end in one place, each goes on in its own column", () => {
  const after = { a: { b: { c: 1, k: 1 }, k: 2 }, k: 3 };
  const text = "a:\n  b:\n    c: 1\n";
  expect(patch(text, { a: { b: { c: 1 } } }, after)).toBe("a:\n  b:\n    c: 1\n    k: 1\n  k: 2\nk: 3\n");
});

test.each<[string, string, Json, Json]>([
  ["the whole", "a: 1\n", { a: 1 }, [1]],
  ["what stands elsewhere", "a: &x {b: 1}\nc: *x\n", { a: { b: 1 }, c: { b: 1 } }, { a: { b: 1 }, c: { b: 2 } }],
])("%s cannot be changed in place", (_what, text, before, after) => {
  expect(patch(text, before, after)).toBeUndefined();
});
