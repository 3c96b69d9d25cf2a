import { describe, expect, test } from "vitest";
import { fromJson } from "./from-json.js";
import { BigNumber } from "./number.js";
import { RegoSet } from "./set.js";
import { nested } from "./value.arbitrary.js";

test("a clean document is taken as it is, not copied", () => {
  const document = { a: [1, "x", null, { b: 2n ** 70n }], c: new RegoSet([1]), d: new BigNumber("1.0") };
  expect(fromJson(document)).toBe(document);
  const bare = Object.assign(Object.create(null), { a: 1 });
  expect(fromJson(bare)).toBe(bare);
});

test("properties that are undefined are left out, without touching the input", () => {
  const shared = { x: undefined, y: 1 };
  const document = Object.freeze({ a: undefined, b: [shared, shared], __proto: null });
  expect(fromJson(document)).toStrictEqual({ b: [{ y: 1 }, { y: 1 }], __proto: null });
});

describe("what is no JSON is refused", () => {
  const cycle: unknown[] = [];
  cycle.push({ cycle });
  test.each<[string, unknown]>([
    ["undefined", undefined],
    ["NaN", { a: [Number.NaN] }],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a function", { a: () => 1 }],
    ["a symbol", [Symbol("a")]],
    ["a date", { a: new Date(0) }],
    ["a map", new Map()],
    ["a hole", [undefined]],
    ["a cycle", cycle],
  ])("%s", (_title, input) => {
    expect(fromJson(input)).toBeUndefined();
  });
});

test("depth 10,000 and shared parts are no burden", () => {
  const deep = nested(10_000, 1);
  expect(fromJson(deep)).toBe(deep);
  let laughs: unknown = "ha";
  for (let level = 0; level < 64; level += 1) laughs = [laughs, laughs];
  expect(fromJson(laughs)).toBe(laughs);
});
