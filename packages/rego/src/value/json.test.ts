import fc from "fast-check";
import { expect, test } from "vitest";
import { equal } from "./equal.js";
import { fromJson, toJson } from "./json.js";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import { nested } from "./value.arbitrary.js";
import type { Value } from "./value.js";

test.each<[string, Value, unknown]>([
  ["scalars stay", "a", "a"],
  ["a set becomes a sorted array", new RegoSet(["b", "a"]), ["a", "b"]],
  [
    "keys become text",
    new RegoObject([
      [1, "x"],
      [[1, "a"], "y"],
      [true, "z"],
    ]),
    { "1": "x", '[1,"a"]': "y", true: "z" },
  ],
  [
    "of two keys with one text the greater wins",
    new RegoObject([
      ["1", "b"],
      [1, "a"],
    ]),
    { "1": "b" },
  ],
  ["numbers that lose nothing become plain", [new BigNumber("1.0"), new BigNumber("1e20"), 5], [1, 10n ** 20n, 5]],
  ["other numbers keep their digits", new BigNumber("0.33333333333333333334"), new BigNumber("0.33333333333333333334")],
])("%s (3.7)", (_title, value, expected) => {
  expect(toJson(value)).toStrictEqual(expected);
});

test("a key called __proto__ stays a key", () => {
  const result = toJson(new RegoObject([["__proto__", { polluted: true }]]));
  expect(JSON.stringify(result)).toBe('{"__proto__":{"polluted":true}}');
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
});

test("JSON is a value and returns unchanged", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const value = fromJson(json);
      expect(value).toBe(json);
      expect(value !== undefined && equal(fromJson(toJson(value)) ?? null, value)).toBe(true);
    }),
  );
});

test("values nested 10,000 deep are converted", () => {
  const deep = nested(10_000, 1);
  expect(equal(toJson(deep), deep)).toBe(true);
});
