import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { safeRegex } from "./safe-regex.js";

/** Whether a text matches; `invalid` or `unsupported` for a pattern that is refused. */
const search = (pattern: string, text: string): boolean | "invalid" | "unsupported" => {
  const regex = safeRegex(pattern);
  if ("test" in regex) return regex.test(text);
  return "invalid" in regex ? "invalid" : "unsupported";
};

/** The same by a complete implementation of RE2. */
const searchCompletely = (pattern: string, text: string): boolean | "invalid" => {
  try {
    return RE2JS.compile(pattern).matcher(text).find();
  } catch {
    return "invalid";
  }
};

describe("safeRegex", () => {
  it.each([
    ["", "", true],
    ["", "anything", true],
    ["prod", "prod", true],
    ["prod", "preprod-1", true],
    ["prod", "Prod", false],
    ["^$", "", true],
    ["^$", "a", false],
    ["^me$", "me", true],
    ["^me$", "me\n", false],
    ["^me$", "you\nme", false],
    ["^P\\d{4}$", "P1234", true],
    ["^P\\d{4}$", "P12345", false],
    ["^P\\d{4}$", "P١٢٣٤", false],
    ["^[a-zA-Z]+.example.com$", "a.example.com", true],
    ["^[a-zA-Z]+.example.com$", "1.example.com", false],
    ["^.*@.*$", "me@example.com", true],
    [".", "\n", false],
    ["(?s).", "\n", true],
    ["[^a]", "\n", true],
    ["^.$", "😀", true],
    ["^[\\d-z]+$", "1-z", true],
    ["^[\\d-z]+$", "b", false],
    ["[]a]", "]", true],
    ["[^]a]", "]", false],
    ["[a-]", "-", true],
    ["[-a]", "-", true],
    ["[\\]]", "]", true],
    ["a{,2}", "a{,2}", true],
    ["a{02}", "aa", false],
    ["a{", "a{", true],
    ["]}", "]}", true],
    ["^a{2}$", "aa", true],
    ["^a{2}$", "aaa", false],
    ["^a{2,}$", "aaaaa", true],
    ["^a{1,2}$", "aaa", false],
    ["^a{0}$", "", true],
    ["^(a|bc)*d?$", "abcabcd", true],
    ["^(?:a|)+$", "", true],
    ["^(a*)*$", "aaaa", true],
    ["^a+?b??$", "aab", true],
    ["^*a", "ba", true],
    ["\\Aa\\z", "a", true],
    ["\\bfoo\\b", "a foo.", true],
    ["\\bfoo\\b", "food", false],
    ["\\bfoo\\b", "éfoo", true],
    ["o\\Bo", "foo", true],
    ["\\B", "", true],
    ["\\b", "", false],
    ["^\\w\\W\\s\\S\\d\\D$", "a- b1c", true],
    ["\\s", "\v", false],
    ["^\\a\\f\\n\\r\\t\\v$", "\x07\f\n\r\t\v", true],
    ["^\\.\\-\\_\\/$", ".-_/", true],
    ["(?i)FRONT", "front-end", true],
    ["(?i)^[a-c]+$", "aBC", true],
    ["(?i)^[^k]$", "\u212a", false],
    ["(?i)s", "\u017f", true],
    ["(?i)^\\W$", "\u212a", false],
    ["\\W", "\u212a", true],
    ["(?is)^A.b$", "a\nB", true],
    ["^(?P<name>x)(?<other_1>y)$", "xy", true],
    ["(?P<n>x)y", "zxyz", true],
    ["^[[:alpha:]_]+$", "aZ_", true],
    ["^[[:^digit:]]$", "5", false],
    ["^[[:^digit:]]$", "é", true],
    ["^[[:punct:]][[:space:]][[:xdigit:]][[:cntrl:]][[:blank:]]$", "`\vf\x7f\t", true],
    ["^[[:alnum:]][[:ascii:]][[:graph:]][[:print:]][[:word:]][[:upper:]][[:lower:]]$", "0\x00! _Zz", true],
    ["(?i)^[[:upper:]]$", "a", true],
    ["(?i)^[[:^lower:]]$", "a", false],
  ])("searches for %j in %j: %s", (pattern, text, found) => {
    expect(search(pattern, text)).toBe(found);
    expect(searchCompletely(pattern, text)).toBe(found);
  });

  it.each([
    "(",
    ")",
    "a)",
    "(unclosed",
    "[",
    "[]",
    "[a",
    "[z-a]",
    "[a-\\d]",
    "[a-",
    "*",
    "a|*",
    "(+)",
    "{2}",
    "a**",
    "a+?+",
    "a{2}{3}",
    "a{2,1}",
    "a{1001}",
    "a{1,1001}",
    "a{1000000000000000000000000000000000}",
    "\\",
    "\\1",
    "(a)\\1",
    "\\8",
    "\\y",
    "\\é",
    "[\\b]",
    "(?=a)",
    "(?!a)",
    "(?<=a)",
    "(?<!a)",
    "(?P<n>a)(?P<n>b)",
    "[a-[:alpha:]]",
  ])("calls %j invalid, as RE2 does", (pattern) => {
    expect(search(pattern, "")).toBe("invalid");
    expect(searchCompletely(pattern, "")).toBe("invalid");
  });

  it.each([
    "(?m)^a$",
    "a(?i)b",
    "(?i:a)",
    "\\p{L}",
    "\\pN",
    "\\x41",
    "\\012",
    "\\12",
    "\\Qa.b\\E",
    "[[:other:]]",
    "[[:",
    "(?i)é",
    "(?i)[a-é]",
    `${"(".repeat(101)}${")".repeat(101)}`,
    "a".repeat(4097),
    "a".repeat(1001),
    "(a{100}){100}",
    "(((){1000}){1000}){1000}",
  ])("does not claim to know %s", (pattern) => {
    expect(search(pattern, "")).toBe("unsupported");
  });

  it.each(["^.$", "^\ufffd$", "^\ud800$", "\udc00"])(
    "takes a lone surrogate in %j for U+FFFD, as Go does",
    (pattern) => {
      expect(search(pattern, "\ud800")).toBe(true);
    },
  );

  it("says which part of a pattern it does not take", () => {
    expect(safeRegex("x\\1")).toEqual({ invalid: "the escape `\\1`" });
    expect(safeRegex("\\p{L}")).toEqual({ unsupported: "the escape `\\p`" });
    expect(safeRegex("(?m)(")).toEqual({ unsupported: "flags but for `i` and `s` at the start" });
    expect(safeRegex("[[:other:]]")).toEqual({ unsupported: "the class `[:other:]`" });
    expect(safeRegex("(?=a)")).toEqual({ invalid: "the extension `(?=`" });
    expect(safeRegex("a{3,2}")).toEqual({ invalid: "the repetition `{3,2}`" });
  });

  it.each([
    ["^(a+)+$", "a"],
    ["^(a|aa)*$", "a"],
    ["^(a|a?)+$", "a"],
    ["(x+x+)+y", "x"],
    ["^(.*a){10}$", "a"],
    ["a*b", "a"],
    ["([a-z]*)*[0-9]", "z"],
    ["\\s+$", " "],
  ])("searches a long text for the pathological %s in one pass", (pattern, character) => {
    const text = `${character.repeat(20_000)}!`;
    const regex = safeRegex(pattern);
    expect("test" in regex && regex.test(text)).toBe(false);
  });

  it("searches a long text for a large pattern without running out of stack", () => {
    const regex = safeRegex(`(${"a?".repeat(400)})$`);
    expect("test" in regex && regex.test("a".repeat(2000))).toBe(true);
  });

  it("gives the same answer each time it is asked", () => {
    const regex = safeRegex("a");
    expect("test" in regex && [regex.test("a"), regex.test("b"), regex.test("a")]).toEqual([true, false, true]);
  });

  const piece = fc.constantFrom(
    ..."abksAK09_-^$.|()[]{}*+?,\\ \n\u212a\u017fé😀",
    ...["\\d", "\\W", "\\s", "\\b", "\\B", "\\.", "\\z", "[a-c]", "[^b]", "(?:", "{2}", "{1,3}", "(?i)", "(?s)", "\\1"],
  );
  const pattern = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  const text = fc.string({ unit: fc.constantFrom(..."abksAK09_-. \n\u212a\u017fé😀{}[]^$"), maxLength: 6 });

  it("agrees with RE2 on every pattern that it takes, and on every pattern that it calls invalid", () => {
    fc.assert(
      fc.property(pattern, text, (anyPattern, anyText) => {
        const found = search(anyPattern, anyText);
        if (found !== "unsupported") expect(found).toBe(searchCompletely(anyPattern, anyText));
      }),
      { numRuns: 5000 },
    );
  });

  it("takes any text for a pattern without throwing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (anyPattern, anyText) => {
        expect(search(anyPattern, anyText)).toBeDefined();
      }),
    );
  });
});
