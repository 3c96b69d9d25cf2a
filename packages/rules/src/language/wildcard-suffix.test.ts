import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsWildcardSuffix } from "./wildcard-suffix.js";

describe("fitsWildcardSuffix", () => {
  it.each([
    ["kernel.*", "kernel.msgmax"],
    ["kernel.msg*", "kernel.msgmax"],
    ["kernel.msgmax*", "kernel.msgmax"],
    ["*", ""],
    ["*", "anything"],
    ["a*b", "a*b"],
    ["**", "*x"],
    ["", ""],
  ])("lets %j fit %j", (pattern, text) => {
    expect(fitsWildcardSuffix(pattern, text)).toBe(true);
  });

  it.each([
    ["kernel.*", "kernel/msgmax"],
    ["kernel.*", "kernel"],
    ["Kernel.*", "kernel.msgmax"],
    ["a*b", "axb"],
    ["**", "x"],
    ["", "x"],
    ["kernel.msgmax", "kernel.msgmax2"],
  ])("does not let %j fit %j", (pattern, text) => {
    expect(fitsWildcardSuffix(pattern, text)).toBe(false);
  });

  it("lets every text fit its own beginning with a star", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (start, rest) => fitsWildcardSuffix(`${start}*`, start + rest)));
  });
});
