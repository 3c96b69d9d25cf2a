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
  expect(readGlob(pattern, "1.17")).toStrictEqual({ ok: true, parts });
});

test.each([
  ["[abc", "unexpected end of input"],
  ["[a-", "unexpected end of input"],
  ["[z-a]", "hi character 'a' should be greater than lo 'z'"],
  ["[a-cd]", "expected close range character"],
  ["[]", "could not parse range"],
])("%s: %s", (pattern, message) => {
  expect(readGlob(pattern, "1.17")).toStrictEqual({ ok: false, message });
});

test("braces nested 10,000 deep are read", () => {
  expect(readGlob("{".repeat(10_000), "1.17").ok).toBe(true);
});

test.each([
  ["ab{c,d", "glob: syntax error at 6: unclosed `{`"],
  ["a\\", "glob: syntax error at 2: trailing backslash"],
  ["é[", "glob: syntax error at 3: unexpected end of input"],
  ["[z-a]", "glob: syntax error at 5: range hi character is less than lo"],
  ["[]", "glob: syntax error at 2: could not parse range"],
])("the newer release says of %s: %s", (pattern, message) => {
  expect(readGlob(pattern, "1.22")).toStrictEqual({ ok: false, message });
});
