import { describe, expect, it } from "vitest";
import { decodeString } from "./decode-string.js";

describe("decodeString", () => {
  it.each([
    ["plain", "plain"],
    ["", ""],
    ["tab\tinside", "tab\tinside"],
    [String.raw`\u0041\n\"\/`, 'A\n"/'],
    [String.raw`\ud83d\ude00`, "\u{1f600}"],
    [String.raw`\ud800x`, "\ufffdx"],
    [String.raw`\ude00\ud83d`, "\ufffd\ufffd"],
  ])("decodes `%s` as JSON does", (text, decoded) => {
    expect(decodeString(text)).toBe(decoded);
  });

  it.each([String.raw`\u12g4`, String.raw`\u12`, "tab\t\\n", String.raw`\u`, String.raw`\u1"23`])(
    "refuses `%s`",
    (text) => {
      expect(decodeString(text)).toBeUndefined();
    },
  );
});
