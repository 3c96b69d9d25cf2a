import { expect, test } from "vitest";
import { createRe2Engine } from "./re2.js";
import { replaceMatches } from "./regex-replace.js";

test.each([
  ["b", "abc", "[$0]", "a[b]c"],
  ["(?P<n>b)(x)?", "abc", "<\x24{n}$1$2$3$x$$$>", "a<bb$$>c"],
  ["a*", "baac", "X", "XbXcX"],
  ["", "ä😀", "-", "-ä-😀-"],
  ["$", "ab", "!", "ab!"],
  ["z", "ab", "!", "ab"],
])("%s in %s by %s", (pattern, text, template, expected) => {
  const compilation = createRe2Engine().compile(pattern);
  expect(compilation.ok && replaceMatches(compilation.regex, text, template, () => undefined)).toBe(expected);
});

test("the length is checked before the result is made", () => {
  const lengths: number[] = [];
  const compilation = createRe2Engine().compile("a");
  if (compilation.ok) replaceMatches(compilation.regex, "aba", "xy", (length) => lengths.push(length));
  expect(lengths).toStrictEqual([2, 5]);
});
