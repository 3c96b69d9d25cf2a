import { expect, test } from "vitest";
import { equal } from "../../value/equal.js";
import { RegoSet } from "../../value/set.js";
import { testContext } from "../call-builtin.js";
import { Operands } from "../operands.js";
import { type Editor, insertAt, removeAt, valueAt } from "./json-edit.js";

const editor: Editor = { operands: new Operands("json.patch", []), context: testContext() };

test("edits copy what is on the way and leave the document alone", () => {
  const document = Object.freeze({ a: Object.freeze([1, 2]), b: Object.freeze({ c: 3 }) });
  expect(equal(insertAt(document, ["a", "-"], 3, editor), { a: [1, 2, 3], b: { c: 3 } })).toBe(true);
  expect(equal(removeAt(document, ["b", "c"], editor) ?? null, { a: [1, 2], b: {} })).toBe(true);
  expect(valueAt(document, ["a", "1"], editor)).toBe(2);
});

test("a member of a set is its own key", () => {
  const document = { a: new RegoSet([{ x: 1 }]) };
  const edited = insertAt(document, ["a", { x: 1 }, "y"], 2, editor);
  expect(equal(edited, { a: new RegoSet([{ x: 1, y: 2 }]) })).toBe(true);
});

test("the empty path is the whole", () => {
  expect(insertAt({ a: 1 }, [], 2, editor)).toBe(2);
  expect(removeAt({ a: 1 }, [], editor)).toBeUndefined();
});

test("a path of 10,000 segments is walked", () => {
  const path = Array.from({ length: 10_000 }, () => "a");
  expect(() => valueAt({ a: {} }, path, editor)).toThrow(expect.objectContaining({ code: "eval_builtin_error" }));
});
