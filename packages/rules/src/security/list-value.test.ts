import { describe, expect, it } from "vitest";
import { isAbsentOrEmpty, listIncludes } from "./list-value.js";

describe("listIncludes", () => {
  it.each([
    [["a", "*"], true],
    [["a"], false],
    ["*", false],
    [undefined, false],
  ])("looks for a star in %j", (value, isThere) => {
    expect(listIncludes(value, "*")).toBe(isThere);
  });
});

describe("isAbsentOrEmpty", () => {
  it.each([
    [undefined, true],
    [[], true],
    [["a"], false],
    [null, false],
  ])("judges %j", (value, isSo) => {
    expect(isAbsentOrEmpty(value)).toBe(isSo);
  });
});
