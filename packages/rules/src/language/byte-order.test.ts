import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareBytes, sortedSet } from "./byte-order.js";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("a", "é", "\ud7ff", "\ue000", "～", "\uffff", "😀", "\u{10ffff}") }),
);

describe("compareBytes", () => {
  it.each([
    ["", "", 0],
    ["", "a", -1],
    ["a", "", 1],
    ["a", "a", 0],
    ["a", "ab", -1],
    ["B", "a", -1],
    ["10000", "80", -1],
    ["z", "é", -1],
    ["～", "😀", -1],
    ["😀", "～", 1],
    ["\ud7ff", "\ue000", -1],
    ["\uffff", "\u{10000}", -1],
    ["\u{10000}", "\u{10ffff}", -1],
    ["😀", "😀a", -1],
  ])("puts %j and %j in the order of their UTF-8 bytes", (left, right, sign) => {
    expect(Math.sign(compareBytes(left, right))).toBe(sign);
  });

  it("agrees with the order of the bytes for all well-formed texts", () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const byBytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(compareBytes(left, right))).toBe(byBytes);
      }),
      { numRuns: 2000 },
    );
  });

  it("is an order of all texts, ill-formed ones too", () => {
    const any = fc.string({ unit: fc.constantFrom("a", "\ud800", "\udc00", "\udfff", "～") });
    fc.assert(
      fc.property(any, any, any, (first, second, third) => {
        expect(compareBytes(first, first)).toBe(0);
        expect(Math.sign(compareBytes(first, second))).toBe(0 - Math.sign(compareBytes(second, first)));
        if (compareBytes(first, second) <= 0 && compareBytes(second, third) <= 0) {
          expect(compareBytes(first, third)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe("sortedSet", () => {
  it.each([
    [[], []],
    [["a"], ["a"]],
    [["a", "a"], ["a"]],
    [
      ["b", "a", "b", ""],
      ["", "a", "b"],
    ],
    [
      ["80", "9000", "10000"],
      ["10000", "80", "9000"],
    ],
    [
      ["😀", "～", "SYS", "é"],
      ["SYS", "é", "～", "😀"],
    ],
  ])("turns %j into %j", (texts, sorted) => {
    expect(sortedSet(Object.freeze(texts))).toEqual(sorted);
  });
});
