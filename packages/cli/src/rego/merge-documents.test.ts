import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeDocuments, rootDocument } from "./merge-documents.js";

describe("documents are merged member by member", () => {
  test.each([
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: { b: 1 } }, { a: { c: [2] } }, { a: { b: 1, c: [2] } }],
    [{}, { a: null }, { a: null }],
    [{ a: 1 }, { a: 1 }, undefined],
    [{ a: [1] }, { a: [2] }, undefined],
    [{ a: {} }, { a: 1 }, undefined],
    [[], {}, undefined],
  ])("%j and %j make %j", (left, right, merged) => {
    expect(mergeDocuments(left, right)).toEqual(merged);
  });

  test("a key of prototypes is a key like others", () => {
    const left = JSON.parse('{"__proto__": {"a": 1}}');
    const merged = mergeDocuments(left, JSON.parse('{"__proto__": {"b": 2}}'));
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":1,"b":2}}');
  });

  test("the order of documents with different members does not matter", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.dictionary(fc.string(), fc.integer()), (left, right) => {
        expect(mergeDocuments({ left, both: { left } }, { right, both: { right } })).toEqual(
          mergeDocuments({ right, both: { right } }, { left, both: { left } }),
        );
      }),
    );
  });

  test("what nests absurdly deep in both is a conflict, and no overflow", () => {
    const deep = (leaf: string) => JSON.parse(`${'{"a":'.repeat(9_000)}${leaf}${"}".repeat(9_000)}`);
    expect(mergeDocuments(deep('{"b":1}'), deep('{"c":1}'))).toBeUndefined();
  });
});

test("a document is put at a path", () => {
  expect(rootDocument(["a", "b"], [1])).toEqual({ a: { b: [1] } });
  expect(rootDocument([], 1)).toBe(1);
});
