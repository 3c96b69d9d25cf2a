import { describe, expect, it } from "vitest";
import { parseQuantity } from "./quantity-text.js";

describe("quantities", () => {
  it.each([
    ["1", 1_000_000_000n, true],
    ["100m", 100_000_000n, false],
    ["1.5Gi", 1_610_612_736_000_000_000n, false],
    ["-2k", -2_000_000_000_000n, true],
    ["2e3", 2_000_000_000_000n, true],
    ["2E-3", 2_000_000n, false],
    ["1E", 10n ** 27n, true],
    ["1n", 1n, false],
    ["0.1n", 1n, false],
    ["-0.1n", -1n, false],
    ["100Ei", (2n ** 63n - 1n) * 1_000_000_000n, false],
    [".5", 500_000_000n, false],
  ])("%s is read, digits beyond billionths rounded away from zero", (text, nano, isWhole) => {
    expect(parseQuantity(text)).toEqual({ nano, isWhole });
  });

  it.each(["", "-", ".", "a", "1 Gi", "1.2.3", "1".repeat(10_000)])("`%s` does not look like one", (text) => {
    expect(parseQuantity(text)).toHaveProperty("fault", expect.stringContaining("quantities must match"));
  });

  it.each(["1q", "1KI", "1e", "1mi", "1e999999999", "1k5"])("%s has no suffix of one", (text) => {
    expect(parseQuantity(text)).toHaveProperty("fault", expect.stringMatching(/suffix|must match/));
  });
});
