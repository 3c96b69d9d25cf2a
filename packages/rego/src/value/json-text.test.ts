import fc from "fast-check";
import { expect, test } from "vitest";
import { equal } from "./equal.js";
import { parseJson } from "./json-reader.js";
import { jsonEntries, jsonKey, jsonString, jsonText } from "./json-text.js";
import { numberFromText } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import type { Value } from "./value.js";

test.each<[Value, string]>([
  [null, "null"],
  ["\\ud800", '"\\\\ud800"'],
  ["\ud800x\ufffd", '"\\ufffdx\ufffd"'],
  [numberFromText("1.0"), "1.0"],
  [{ b: [1, "x"], a: {} }, '{"a":{},"b":[1,"x"]}'],
  [new RegoSet([2, 1]), "[1,2]"],
  [
    new RegoObject([
      [new RegoSet([1, 2]), 3],
      [[1], 2],
      [null, 1],
      [true, 4],
      [{ a: 1 }, 5],
      [numberFromText("1.0"), 6],
    ]),
    '{"1.0":6,"[1,2]":3,"[1]":2,"null":1,"true":4,"{\\"a\\":1}":5}',
  ],
])("value %# is written as json.marshal writes it", (value, expected) => {
  expect(jsonText(value)).toBe(expected);
});

test("strings are escaped as by Go's encoder", () => {
  expect(jsonString("<>&\u2028\u2029\x7f\b\f\u0001é😀\ud800")).toBe(
    '"\\u003c\\u003e\\u0026\\u2028\\u2029\x7f\\b\\f\\u0001é😀\\ufffd"',
  );
});

test("of two keys with one text the greater wins", () => {
  const object = new RegoObject([
    ["1", "b"],
    [1, "a"],
  ]);
  expect(jsonEntries(object)).toStrictEqual([["1", "b"]]);
  expect(jsonKey([1, "a"])).toBe('[1,"a"]');
});

test("what is written reads back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      // A value of JSON is a value.
      const value = json as Value;
      expect(equal(parseJson(jsonText(value)) ?? null, value) || jsonText(value).includes("\\ufffd")).toBe(true);
    }),
  );
});
