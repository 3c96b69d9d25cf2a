import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration } from "./duration-text.js";

describe("durations", () => {
  it.each([
    ["1h30m", 5_400_000_000_000n],
    ["-1.5s", -1_500_000_000n],
    ["+1ms", 1_000_000n],
    ["1us2ns", 1_002n],
    ["1µs", 1_000n],
    [".5s", 500_000_000n],
    ["0", 0n],
    ["1.s", 1_000_000_000n],
  ])("%s is read", (text, nanoseconds) => {
    expect(parseDuration(text)).toBe(nanoseconds);
  });

  it.each(["", "-", "1", "s", ".s", "1d", "1h 2m", "1h-2m", "1".repeat(10_000)])("`%s` is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it("what is written is read again", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (nanoseconds) => {
        expect(parseDuration(formatDuration(nanoseconds))).toBe(nanoseconds);
      }),
    );
  });
});
