import { expect, test } from "vitest";
import { writeYamlText } from "./yaml-text.js";

const place = { isKey: false, column: 0, indent: 2 };

test.each([
  ["a", "a"],
  ["yes", '"yes"'],
  ["a: b", "'a: b'"],
  ["it's: x", "'it''s: x'"],
  ["#x", "'#x'"],
  ["a #b", "'a #b'"],
  [" a", "' a'"],
  ["-", "'-'"],
  ["-a", "-a"],
  ["a\tb", '"a\\tb"'],
  ["é", "é"],
  ["\u0001", '"\\x01"'],
  ["\ufeff", '"\\uFEFF"'],
  ["a \u{1f600}", '"a \\U0001F600"'],
  ["a\nb", "|-\n  a\n  b"],
  ["a\n", "|\n  a"],
  ["a\n\n", "|+\n  a\n"],
  [" a\nb", "|2-\n   a\n  b"],
  ["a \nb", '"a \\nb"'],
])("%j is written as %j", (text, expected) => {
  expect(writeYamlText(text, place)).toBe(expected);
});

test("a key stays on its line, a wide text is folded at a single space", () => {
  expect(writeYamlText("a\nb", { ...place, isKey: true })).toBe('"a\\nb"');
  const wide = `${"a".repeat(90)} ${"b".repeat(10)}  c`;
  expect(writeYamlText(wide, place)).toBe(`${"a".repeat(90)}\n  ${"b".repeat(10)}  c`);
  expect(writeYamlText(wide, { ...place, isKey: true })).toBe(wide);
});
