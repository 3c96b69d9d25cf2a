import { expect, test } from "vitest";
import { readSourceTrees } from "./source-tree.js";

test("collections are found by where they begin, with the places of all they hold", () => {
  const text = "a: 1\n---\nitems:\n- b: [x]\n  c:\n";
  const start = text.indexOf("b:");
  const tree = readSourceTrees(text, new Set([0, start])).get(start);
  expect(tree).toMatchObject({ kind: "map", style: "block", start });
  expect(tree?.entries.map(({ name }) => name)).toEqual(["b", "c"]);
  const [list, nothing] = tree?.entries.map(({ value }) => value) ?? [];
  expect(text.slice(list?.start, list?.end)).toBe("[x]");
  expect(nothing?.start).toBe(nothing?.end);
});

test.each(["a: [", "\t", "", "- - -", "? {a: 1}\n: b", "a: *b"])("%j breaks nothing", (text) => {
  expect(() => readSourceTrees(text, new Set([0]))).not.toThrow();
});
