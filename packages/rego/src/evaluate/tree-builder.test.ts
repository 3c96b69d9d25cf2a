import { expect, test } from "vitest";
import { nowhere } from "../syntax/location.js";
import { toText } from "../value/text.js";
import { TreeBuilder } from "./tree-builder.js";

const place = nowhere("");
const clash = expect.objectContaining({ message: "object keys must be unique" });

test("values and sets grow side by side", () => {
  const tree = new TreeBuilder();
  tree.set(["a", "b"], 1, place);
  tree.set(["a", "c"], 2, place);
  tree.set(["a", "c"], 2, place);
  tree.add([1], "x", place);
  tree.add([1], "y", place);
  expect(toText(tree.build())).toBe('{1: {"x", "y"}, "a": {"b": 1, "c": 2}}');
  expect(toText(tree.valueAt("a") ?? null)).toBe('{"b": 1, "c": 2}');
  expect(tree.valueAt("z")).toBeUndefined();
});

test("what does not fit is a conflict", () => {
  const tree = new TreeBuilder();
  tree.set(["a"], 1, place);
  tree.add(["s"], 1, place);
  tree.set(["o", "k"], 1, place);
  expect(() => tree.set(["a"], 2, place)).toThrow(clash);
  expect(() => tree.set(["a", "b"], 2, place)).toThrow(clash);
  expect(() => tree.add(["a"], 2, place)).toThrow(clash);
  expect(() => tree.set(["s"], 2, place)).toThrow(clash);
  expect(() => tree.set(["o"], 2, place)).toThrow(clash);
});
