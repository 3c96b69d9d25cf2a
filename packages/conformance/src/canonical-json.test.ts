import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.js";

it.each([
  [{ b: 1, a: { d: null, c: [true, "x"] } }, '{"a":{"c":[true,"x"],"d":null},"b":1}'],
  [{ "～": 1, "😀": 2 }, '{"😀":2,"～":1}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  [undefined, "null"],
  ["\u2028\n", '"\u2028\\n"'],
])("writes %j with sorted keys", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it("writes integers of type bigint digit by digit", () => {
  expect(canonicalJson({ a: [9007199254740993n] })).toBe('{"a":[9007199254740993]}');
});

it("writes JSON that reads as the same value, whatever the order of the keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text, reverseKeys))).toBe(text);
    }),
  );
});

const reverseKeys = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value;
