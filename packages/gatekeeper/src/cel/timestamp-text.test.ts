import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTimestamp, parseTimestamp, splitTimestamp } from "./timestamp-text.js";

describe("timestamps", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0n],
    ["1970-01-01T01:00:00+01:00", 0n],
    ["1969-12-31T23:59:59.5Z", -500_000_000n],
    ["0001-01-01T00:00:00Z", -62_135_596_800_000_000_000n],
    ["2020-02-29T00:00:00Z", 1_582_934_400_000_000_000n],
  ])("%s is read", (text, nanoseconds) => {
    expect(parseTimestamp(text)).toBe(nanoseconds);
  });

  it.each([
    "2020-02-30T00:00:00Z",
    "2020-13-01T00:00:00Z",
    "2020-01-01T24:00:00Z",
    "2020-01-01T00:60:00Z",
    "2020-01-01T00:00:60Z",
    "2020-01-01T00:00:00",
    "2020-01-01T00:00:00+25:00",
    "2020-01-01",
    "",
  ])("`%s` is none", (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });

  it("what is written is read again", () => {
    const range = { min: -62_135_596_800_000_000_000n, max: 253_402_300_799_999_999_999n };
    fc.assert(
      fc.property(fc.bigInt(range), (nanoseconds) => {
        expect(parseTimestamp(formatTimestamp(nanoseconds))).toBe(nanoseconds);
      }),
    );
  });

  it("seconds are rounded down", () => {
    expect(splitTimestamp(-1n)).toEqual([-1n, 999_999_999n]);
    expect(splitTimestamp(1_000_000_001n)).toEqual([1n, 1n]);
  });
});
