import { describe, expect, test } from "vitest";
import { equal, property } from "./equal.js";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import { nested } from "./value.arbitrary.js";
import type { Value } from "./value.js";

describe("equality is deep and by value (3.2)", () => {
  test.each<[string, Value, Value, boolean]>([
    ["numbers by value", 1, new BigNumber("1.0"), true],
    ["objects of different make", { a: 1 }, new RegoObject([["a", new BigNumber("1e0")]]), true],
    ["objects in different order", { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ["sets in different order", new RegoSet([1, 2]), new RegoSet([2, 1]), true],
    ["nested differences", { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
    ["lengths of arrays", [1], [1, 1], false],
    ["keys of objects", { a: 1 }, { b: 1 }, false],
    ["sizes of objects", { a: 1 }, { a: 1, b: 1 }, false],
    ["an inherited name is no key", { toString: 1 }, { a: 1 }, false],
    ["empty array and empty object", [], {}, false],
    ["empty object and empty set", {}, new RegoSet(), false],
    ["empty set and empty array", new RegoSet(), [], false],
    ["a member's type", [1], ["1"], false],
    ["a scalar and a collection", 1, [1], false],
    ["canonically equivalent strings stay different", "\u00e9", "e\u0301", false],
  ])("%s", (_title, left, right, expected) => {
    expect(equal(left, right)).toBe(expected);
    expect(equal(right, left)).toBe(expected);
  });
});

test("values nested 10,000 deep are compared", () => {
  expect(equal(nested(10_000, 1), nested(10_000, 1))).toBe(true);
  expect(equal(nested(10_000, 1), nested(10_000, 2))).toBe(false);
});

test("a property is an own one", () => {
  expect(property({ a: 1 }, "a")).toBe(1);
  expect(property({ a: 1 }, "toString")).toBeUndefined();
  expect(property({ a: 1 }, 1)).toBeUndefined();
  expect(property(new RegoObject([[1, "x"]]), new BigNumber("1.0"))).toBe("x");
});
