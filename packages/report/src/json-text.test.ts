import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeJson } from "./json-text.js";

describe("writing JSON", () => {
  it("writes what JSON.stringify writes", () => {
    const property = fc.property(fc.jsonValue(), (value) => {
      expect(writeJson(value)).toBe(JSON.stringify(value));
    });
    fc.assert(property);
  });

  it.each([
    ["an integer beyond 2^53", { found: 12345678901234567890n }, '{"found":12345678901234567890}'],
    ["a field without a value", { a: undefined, b: 1 }, '{"b":1}'],
    ["a function", { a: () => 1 }, "{}"],
    ["undefined in a list", [undefined], "[null]"],
    ["what is no number", [Number.NaN], "[null]"],
    ["half of a surrogate pair", "\uD800", '"\\ud800"'],
    ["a key that means something else to JavaScript", JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ])("writes %s", (_, value, text) => {
    expect(writeJson(value)).toBe(text);
  });

  it("cuts off what is nested 10,000 times", () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) value = [value];
    expect(writeJson(value)).toBe(`${"[".repeat(1000)}"…"${"]".repeat(1000)}`);
  });
});
