import { describe, expect, test } from "vitest";
import { quote, quoteCharacter, quoteToAscii } from "./quote.js";

describe("quoting is Go's strconv.Quote", () => {
  test.each([
    ["", '""'],
    ["\x07\b\f\n\r\t\v\\\"'", '"\\a\\b\\f\\n\\r\\t\\v\\\\\\"\'"'],
    ["\0\x7f", '"\\x00\\x7f"'],
    ["\u0085\u00ad\u2028\u00a0\ufffe\u200b", '"\\u0085\\u00ad\\u2028\\u00a0\\ufffe\\u200b"'],
    ["é世😀", '"é世😀"'],
    ["\u{e0001}", '"\\U000e0001"'],
    ["\ud800", '"\\ufffd"'],
  ])("%j", (text, expected) => {
    expect(quote(text)).toBe(expected);
  });
});

test("the ASCII form escapes all other characters", () => {
  expect(quoteToAscii('é"😀 a')).toBe('"\\u00e9\\"\\U0001f600 a"');
});

test.each([
  ["x", "'x'"],
  ["'", "'\\''"],
  ['"', "'\"'"],
  ["\n", "'\\n'"],
  ["\\", "'\\\\'"],
])("the character %j is quoted as a rune", (character, expected) => {
  expect(quoteCharacter(character)).toBe(expected);
});
