import { expect, test } from "vitest";
import { createRe2Engine } from "./re2.js";
import { allMatches, groupText, widthAt } from "./regex-matches.js";

function matchesOf(pattern: string, text: string, limit: number): readonly string[] {
  const compilation = createRe2Engine().compile(pattern);
  if (!compilation.ok) throw new Error(compilation.message);
  return Array.from(allMatches(compilation.regex, text, limit), (match) => groupText(text, match, 0));
}

test.each([
  ["a*", "baac", -1, ["", "aa", ""]],
  ["", "ä😀", -1, ["", "", ""]],
  ["a", "aaa", 2, ["a", "a"]],
  ["a", "aaa", 0, []],
  ["^a", "aa", -1, ["a"]],
  ["b|", "ab", -1, ["", "b"]],
])("%s in %s, at most %d", (pattern, text, limit, expected) => {
  expect(matchesOf(pattern, text, limit)).toStrictEqual(expected);
});

test("a code point has one or two units", () => {
  expect([widthAt("a", 0), widthAt("😀", 0), widthAt("", 0)]).toStrictEqual([1, 2, 1]);
});
