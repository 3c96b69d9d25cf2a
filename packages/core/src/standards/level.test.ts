import { describe, expect, it } from "vitest";
import { isStricter, LEVELS, parseLevel } from "./level.js";

describe("parseLevel", () => {
  it.each(LEVELS)("reads %s", (level) => {
    expect(parseLevel(level)).toBe(level);
  });

  it.each(["", "Baseline", "RESTRICTED", " baseline", "baseline ", "none", "0", "toString", "__proto__"])(
    "reads levels exactly: %j is none",
    (text) => {
      expect(parseLevel(text)).toBeUndefined();
    },
  );
});

describe("isStricter", () => {
  it.each(LEVELS.flatMap((level, index) => LEVELS.map((other, position) => [level, other, index > position] as const)))(
    "%s than %s: %j",
    (level, other, expected) => {
      expect(isStricter(level, other)).toBe(expected);
    },
  );
});
