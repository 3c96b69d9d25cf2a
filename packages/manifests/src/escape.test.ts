import { expect, it } from "vitest";
import { hasInvalidEscape } from "./escape.js";

it.each([
  ["no escapes: /", false],
  [String.raw`\n \t \x41 \u00e9 \U0001F600`, false],
  [String.raw`a backslash before u: \\ud800`, false],
  [String.raw`\/`, true],
  [String.raw`\ud83d\ude00`, true],
  [String.raw`\uDFFF`, true],
  [String.raw`\U00110000`, true],
  [String.raw`\U0010FFFF`, false],
])("%s: %s", (raw, invalid) => {
  expect(hasInvalidEscape(raw)).toBe(invalid);
});
