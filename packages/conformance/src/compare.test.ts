import { describe, expect, it } from "vitest";
import { compare } from "./compare.js";

describe("compare", () => {
  it.each([
    [{ a: 1, b: undefined }, { a: 1 }],
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],

    [{}, {}],
  ])("finds %j equal to %j", (actual, expected) => {
    expect(compare(actual, expected)).toEqual({ kind: "passed" });
  });

  it("finds an integer equal to the same integer of another type", () => {
    expect(compare({ a: 1n }, { a: 1 })).toEqual({ kind: "passed" });
  });

  it.each([
    [{ a: 1 }, { a: "1" }],
    [{ a: null }, {}],
    [{}, { a: false }],
    [{ a: [1, 2] }, { a: [2, 1] }],
  ])("tells %j from %j", (actual, expected) => {
    expect(compare(actual, expected).kind).toBe("failed");
  });

  it("names each field that differs, and no other, with both values", () => {
    expect(compare({ same: 1, allowed: true, extra: 1 }, { same: 1, allowed: false, missing: 2 })).toEqual({
      kind: "failed",
      difference: [
        "allowed: expected false",
        "         actual   true",
        "missing: expected 2",
        "         actual   nothing",
        "extra: expected nothing",
        "       actual   1",
      ].join("\n"),
    });
  });

  it("shows of long values the part around the difference", () => {
    const text = "x".repeat(1000);
    const outcome = compare({ a: `${text}1${text}` }, { a: `${text}2${text}` });
    const lines = outcome.kind === "failed" ? outcome.difference.split("\n") : [];
    expect(lines.map((line) => line.length < 300 && /…x{80}[12]x+…$/.test(line))).toEqual([true, true]);
  });
});
