import fc from "fast-check";
import { expect, test } from "vitest";
import { equal } from "./equal.js";
import { hashKey } from "./hash-key.js";
import { RegoSet } from "./set.js";
import { anyValue, nested } from "./value.arbitrary.js";

test("equal values, and only they, have one key", () => {
  fc.assert(
    fc.property(anyValue, anyValue, (left, right) => {
      expect(new Set([hashKey(left), hashKey(right)]).size === 1).toBe(equal(left, right));
    }),
    { numRuns: 1000 },
  );
});

test("a string that looks like the key of a collection is another value", () => {
  const key = String(hashKey([1]));
  expect(hashKey(key)).not.toBe(key);
  expect(hashKey(`\0"${key}`)).not.toBe(hashKey(key));
});

test("scalars are their own keys", () => {
  expect([hashKey("a"), hashKey(1), hashKey(true), hashKey(null)]).toStrictEqual(["a", 1, true, null]);
});

test("values nested 10,000 deep have a key, and so have sets of 100,000 members", () => {
  expect(hashKey(nested(10_000, 1))).toBe(hashKey(nested(10_000, 1)));
  expect(new RegoSet(Array.from({ length: 100_000 }, (_, index) => `member ${index}`)).size).toBe(100_000);
});
