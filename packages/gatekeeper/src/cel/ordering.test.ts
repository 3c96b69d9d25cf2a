import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CelDuration, CelTimestamp, CelUint, type CelValue } from "./cel-value.js";
import { compareNumbers, compareText, compareValues, isOrdered } from "./ordering.js";

describe("compareValues", () => {
  it.each<[CelValue, CelValue]>([
    [1n, 2n],
    [1n, 1.5],
    [9007199254740992n, 9007199254740993n],
    [new CelUint(1n), 2n],
    ["a", "b"],
    ["a", "aa"],
    ["\uffff", "\u{10000}"],
    [false, true],
    [new Uint8Array([1]), new Uint8Array([1, 0])],
    [new CelDuration(-1n), new CelDuration(1n)],
    [new CelTimestamp(0n), new CelTimestamp(1n)],
  ])("tells what comes first: %#", (one, other) => {
    expect(compareValues(one, other)).toBe(-1);
    expect(compareValues(other, one)).toBe(1);
    expect(compareValues(one, one)).toBe(0);
    expect(isOrdered(one)).toBe(true);
  });

  it.each<[CelValue, CelValue, string]>([
    [1n, "a", "no such overload"],
    [null, null, "no such overload"],
    [Number.NaN, 1n, "NaN values cannot be ordered"],
  ])("or why nothing does: %#", (one, other, message) => {
    expect(compareValues(one, other)).toMatchObject({ message });
  });

  it("a whole number is compared with a double as a double", () => {
    expect(compareNumbers(9007199254740993n, 9007199254740992)).toBe(0);
    expect(compareNumbers(new CelUint(2n ** 64n - 1n), 2 ** 64)).toBe(0);
  });

  it("NaN has no place among numbers", () => {
    expect(compareNumbers(Number.NaN, 1n)).toBeUndefined();
    expect(isOrdered(null)).toBe(false);
  });

  it("texts are ordered as their bytes in UTF-8 are", () => {
    const text = fc.string({ unit: "grapheme" });
    const bytes = (value: string) => Buffer.from(value, "utf8");
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(compareText(one, other)).toBe(Buffer.compare(bytes(one), bytes(other)));
      }),
    );
  });
});
