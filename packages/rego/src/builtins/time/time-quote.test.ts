import { expect, test } from "vitest";
import { quoteForTime } from "./time-quote.js";

test.each([
  ["plain 1", '"plain 1"'],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ["\t\u007f", '"\\x09\u007f"'],
  ["1\u00b5s", '"1\\xc2\\xb5s"'],
  ["\u{1f600}", '"\\xf0\\x9f\\x98\\x80"'],
])("%j is %s", (text, quoted) => {
  expect(quoteForTime(text)).toBe(quoted);
});
