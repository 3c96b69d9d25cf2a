import { describe, expect, test } from "vitest";
import { get, keysOf, membersOf, objectEntries, sizeOf } from "./collection.js";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import type { Value } from "./value.js";

const built = new RegoObject([
  [2, "two"],
  [[1], "list"],
]);

describe("what a reference finds", () => {
  test.each<[string, Value, Value, Value | undefined]>([
    ["an element", ["a", "b"], 1, "b"],
    ["nothing past the end", ["a"], 1, undefined],
    ["nothing before the start", ["a"], -1, undefined],
    ["no element at a fraction", ["a"], 0.5, undefined],
    ["no element at a number written as 0.0", ["a"], new BigNumber("0.0"), undefined],
    ["no element by text", ["a"], "0", undefined],
    ["no property of arrays", ["a"], "length", undefined],
    ["a value", { a: null }, "a", null],
    ["no inherited value", { a: 1 }, "constructor", undefined],
    ["an own __proto__", JSON.parse('{"__proto__": 1}'), "__proto__", 1],
    ["no number in JSON", { "1": "x" }, 1, undefined],
    ["a value by any key", built, [1], "list"],
    ["a member", new RegoSet([[1]]), [1], [1]],
    ["nothing in a scalar", "abc", 0, undefined],
    ["nothing in a number", new BigNumber("1.0"), "text", undefined],
  ])("%s", (_title, collection, key, expected) => {
    expect(get(collection, key)).toStrictEqual(expected);
  });
});

describe("sizes and keys", () => {
  test.each<[string, Value, number | undefined, readonly Value[]]>([
    ["array", ["x", "y"], 2, [0, 1]],
    ["JSON object", { b: 1, a: 2, 10: 3, 9: 4 }, 4, ["10", "9", "a", "b"]],
    ["built object", built, 2, [2, [1]]],
    ["set", new RegoSet(["b", "a"]), 2, ["a", "b"]],
    ["string", "abc", undefined, []],
    ["null", null, undefined, []],
  ])("%s", (_title, value, size, keys) => {
    expect(sizeOf(value)).toBe(size);
    expect(keysOf(value)).toStrictEqual(keys);
  });
});

test("entries come in the order of the keys", () => {
  expect([...objectEntries({ b: 1, a: 2 })]).toStrictEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect([...objectEntries(built)]).toStrictEqual([
    [2, "two"],
    [[1], "list"],
  ]);
});

test("members of arrays and sets", () => {
  expect(membersOf([2, 1])).toStrictEqual([2, 1]);
  expect(membersOf(new RegoSet([2, 1]))).toStrictEqual([1, 2]);
});
