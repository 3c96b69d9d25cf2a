import { expect, test } from "vitest";
import { readGlob } from "./glob-pattern.js";

test.each([
  ["a\\*b", [{ kind: "text", text: "a*b" }]],
  [
    "*a**",
    [
      { kind: "any", delimited: true },
      { kind: "text", text: "a" },
      { kind: "any", delimited: false },
    ],
  ],
  ["?[!a-c]", [{ kind: "one" }, { kind: "class", negated: true, ranges: [["a", "c"]] }]],
  [
    "[a\\]]",
    [
      {
        kind: "class",
        negated: false,
        ranges: [
          ["a", "a"],
          ["]", "]"],
        ],
      },
    ],
  ],
  [
    "{a,{b,}}",
    [
      {
        kind: "alternatives",
        of: [[{ kind: "text", text: "a" }], [{ kind: "alternatives", of: [[{ kind: "text", text: "b" }], []] }]],
      },
    ],
  ],
  ["{a", [{ kind: "alternatives", of: [[{ kind: "text", text: "a" }]] }]],
  ["a,b}", [{ kind: "text", text: "a,b}" }]],
])("%s", (pattern, parts) => {
  expect(readGlob(pattern)).toStrictEqual({ ok: true, parts });
});

test.each([
  ["[abc", "unexpected end of input"],
  ["[a-", "unexpected end of input"],
  ["[z-a]", "hi character 'a' should be greater than lo 'z'"],
  ["[a-cd]", "expected close range character"],
  ["[]", "could not parse range"],
])("%s: %s", (pattern, message) => {
  expect(readGlob(pattern)).toStrictEqual({ ok: false, message });
});

test("braces nested 10,000 deep are read", () => {
  expect(readGlob("{".repeat(10_000)).ok).toBe(true);
});
