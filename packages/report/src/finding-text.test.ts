import { describe, expect, it } from "vitest";
import { describeFinding, listAllowed } from "./finding-text.js";

describe("a finding in one line", () => {
  it.each([
    ["a wrong value", { path: ["spec", "hostPID"], found: true, allowed: false }, "spec.hostPID; allowed: false"],
    ["an absent field", { path: ["a", 0], found: undefined, allowed: ["b"] }, 'a[0] is absent; allowed: "b"'],
    ["nothing accepted", { path: ["a"], found: null }, "a"],
  ])("says %s", (_, finding, text) => {
    expect(describeFinding(finding)).toBe(text);
  });
});

describe("what is allowed", () => {
  it.each([
    ["a list of values", ["a", 1], '"a", 1'],
    ["an empty list", [], "[]"],
    ["a value", false, "false"],
    ["an object", { drop: ["ALL"] }, '{"drop":["ALL"]}'],
    ["a big number", 2n ** 60n, "1152921504606846976"],
  ])("is worded for %s", (_, allowed, words) => {
    expect(listAllowed(allowed)).toBe(words);
  });
});
