import { expect, test } from "vitest";
import { replaceAll, replaceFirstMatching } from "./replace.js";

const unchecked = (): void => undefined;

test.each([
  ["aaa", "a", "b", "bbb"],
  ["abab", "ab", "", ""],
  ["aé😀", "", "-", "-a-é-😀-"],
  ["", "", "-", "-"],
  ["a", "z", "-", "a"],
])("all of %s", (text, old, replacement, expected) => {
  expect(replaceAll(text, old, replacement, unchecked)).toBe(expected);
});

test.each([
  [
    "abab",
    [
      ["a", "1"],
      ["ab", "2"],
    ],
    "1b1b",
  ],
  [
    "abab",
    [
      ["ab", "2"],
      ["b", "3"],
    ],
    "22",
  ],
  [
    "abc",
    [
      ["", "-"],
      ["b", "X"],
    ],
    "-a-X-c-",
  ],
  ["", [["", "-"]], "-"],
  ["abc", [], "abc"],
] as const)("the first that matches in %s", (text, patterns, expected) => {
  expect(replaceFirstMatching(text, patterns, unchecked)).toBe(expected);
});

test("lengths are reported", () => {
  const lengths: number[] = [];
  replaceAll("aba", "a", "xyz", (length) => lengths.push(length));
  replaceFirstMatching("aba", [["a", "xyz"]], (length) => lengths.push(length));
  expect(lengths).toStrictEqual([7, 3, 7]);
});
