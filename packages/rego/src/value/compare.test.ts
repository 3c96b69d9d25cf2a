import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, equal } from "./compare.js";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import { anyValue, nested } from "./value.arbitrary.js";
import type { Value } from "./value.js";

describe("the total order goes by type first, then by value (3.3)", () => {
  const ascending: readonly Value[] = [
    null,
    false,
    true,
    -1.5,
    0,
    new BigNumber("0.33333333333333333334"),
    1,
    2n ** 70n,
    "",
    "1",
    "a",
    "ab",
    "b",
    "\uffff",
    "\u{10000}",
    [],
    [null],
    [1],
    [1, 2],
    [2],
    [[]],
    {},
    { a: 1 },
    { a: 1, b: 0 },
    { a: 2 },
    new RegoObject([["a", 3]]),
    { b: 0 },
    new RegoObject([[[1], 0]]),
    new RegoSet(),
    new RegoSet([1]),
    new RegoSet([2, 1]),
    new RegoSet([2]),
  ];

  test("each value is less than the next", () => {
    for (const [index, left] of ascending.entries()) {
      for (const [otherIndex, right] of ascending.entries()) {
        expect(Math.sign(compare(left, right))).toBe(Math.sign(index - otherIndex));
      }
    }
  });

  test("it is total: antisymmetric and transitive", () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (first, second, third) => {
        expect(Math.sign(compare(first, second))).toBe(-Math.sign(compare(second, first)) + 0);
        const [low, middle, high] = [first, second, third].sort(compare);
        expect(compare(low ?? null, middle ?? null)).toBeLessThanOrEqual(0);
        expect(compare(low ?? null, high ?? null)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("equality is what the order calls equal", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        expect(equal(left, right)).toBe(compare(left, right) === 0);
      }),
    );
  });
});

test("values nested 10,000 deep are compared", () => {
  expect(compare(nested(10_000, 1), nested(10_000, 2))).toBeLessThan(0);
  expect(compare(nested(10_000, 1), nested(10_000, 1))).toBe(0);
  expect(compare(nested(10_000, 1), nested(10_002, 1))).toBeLessThan(0);
  expect(compare(nested(1_000, [new BigNumber("1.0"), 2]), nested(1_000, [1, 3]))).toBeLessThan(0);
});
