import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../rule.js";
import { compareValues } from "./value-order.js";

/** Each is smaller than the next. */
const ASCENDING: readonly Json[] = [
  null,
  false,
  true,
  -1,
  0,
  1.5,
  2n,
  3,
  "",
  "A",
  "a",
  "aa",
  "\uff5e",
  "😀",
  [],
  [null],
  [1],
  [1, 1],
  [2],
  ["a", 1],
  [[]],
  {},
  { a: null },
  { a: 1 },
  { a: 1, b: 1 },
  { a: 1, b: 2 },
  { a: 2 },
  { b: 0 },
];

const pairs = ASCENDING.flatMap((left, index) => ASCENDING.slice(index + 1).map((right) => [left, right] as const));

/** Whatever JSON can say; the type of the library's own arbitrary is wider only in name. */
const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

describe("compareValues", () => {
  it("orders null, booleans, numbers, strings by bytes, lists and objects", () => {
    for (const [left, right] of pairs) {
      expect(compareValues(left, right)).toBeLessThan(0);
      expect(compareValues(right, left)).toBeGreaterThan(0);
    }
  });

  it("finds numbers equal whatever holds them, and objects whatever the order of their keys", () => {
    expect(compareValues(1, 1n)).toBe(0);
    expect(compareValues({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(0);
    expect(compareValues([{}], [{}])).toBe(0);
  });

  it("looks at keys before values, in the order of the keys", () => {
    expect(compareValues({ image: "a", name: "z" }, { image: "b", name: "a" })).toBeLessThan(0);
    expect(compareValues({ env: [], image: "z" }, { image: "a" })).toBeLessThan(0);
  });

  it("takes what is inherited, and keys like __proto__, for what they are", () => {
    const tricky: Json = JSON.parse('{"__proto__": 1}');
    expect(compareValues(tricky, {})).toBeGreaterThan(0);
  });

  it("is an order", () => {
    fc.assert(
      fc.property(json, json, json, (first, second, third) => {
        expect(Math.sign(compareValues(first, second))).toBe(-Math.sign(compareValues(second, first)) + 0);
        expect(compareValues(first, first)).toBe(0);
        const [low = null, middle = null, high = null] = [first, second, third].sort(compareValues);
        expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
        expect(compareValues(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("does not mind depth", () => {
    const nest = (inner: Json) => {
      let value = inner;
      for (let depth = 0; depth < 100_000; depth++) value = [value];
      return value;
    };
    expect(compareValues(nest(1), nest(2))).toBeLessThan(0);
  });
});
