import { describe, expect, it } from "vitest";
import { parseRegex } from "./regex-syntax.js";

const one = (character: string) => ({ set: [[character.charCodeAt(0), character.charCodeAt(0)]] });
const sequence = (...parts: readonly unknown[]) => ({ choice: [{ sequence: parts }] });

describe("parseRegex", () => {
  it("reads a sequence of characters", () => {
    expect(parseRegex("ab")).toEqual(sequence(one("a"), one("b")));
  });

  it("reads alternatives, empty ones too", () => {
    expect(parseRegex("a|")).toEqual({ choice: [{ sequence: [one("a")] }, { sequence: [] }] });
  });

  it("reads groups, whether they capture or not", () => {
    expect(parseRegex("(a)")).toEqual(sequence(sequence(one("a"))));
    expect(parseRegex("(?:a)")).toEqual(parseRegex("(a)"));
  });

  it.each([
    ["a*", 0, Number.POSITIVE_INFINITY],
    ["a+", 1, Number.POSITIVE_INFINITY],
    ["a?", 0, 1],
    ["a{2}", 2, 2],
    ["a{2,}", 2, Number.POSITIVE_INFINITY],
    ["a{2,5}", 2, 5],
    ["a{0}", 0, 0],
    ["a{1000}", 1000, 1000],
    ["a*?", 0, Number.POSITIVE_INFINITY],
    ["a{2,5}?", 2, 5],
  ])("reads %s as a repetition from %i to %d times, greedy or not", (pattern, least, most) => {
    expect(parseRegex(pattern)).toEqual(sequence({ repeated: one("a"), least, most }));
  });

  it.each([
    ["^", "start"],
    ["\\A", "start"],
    ["$", "end"],
    ["\\z", "end"],
    ["\\b", "word-boundary"],
    ["\\B", "no-word-boundary"],
  ])("reads %s as the anchor %s", (pattern, anchor) => {
    expect(parseRegex(pattern)).toEqual(sequence({ anchor }));
  });

  it.each([
    ["[a]", [[0x61, 0x61]]],
    ["[a-c]", [[0x61, 0x63]]],
    [
      "[b-]",
      [
        [0x62, 0x62],
        [0x2d, 0x2d],
      ],
    ],
    ["[\\d]", [[0x30, 0x39]]],
    ["[\\n]", [[0x0a, 0x0a]]],
  ])("reads the set %s as %j", (pattern, set) => {
    expect(parseRegex(pattern)).toEqual(sequence({ set }));
  });

  it("reports the first fault only", () => {
    expect(parseRegex("[z-a](")).toEqual({ invalid: "a range of characters without an end" });
  });

  it("is not confused by flags that stand elsewhere than at the start", () => {
    expect(parseRegex("a(?i)")).toHaveProperty("unsupported");
    expect(parseRegex("(?ii)a")).toEqual(
      sequence({
        set: [
          [0x61, 0x61],
          [0x41, 0x41],
        ],
      }),
    );
  });
});
