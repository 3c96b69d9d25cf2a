import fc from "fast-check";
import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { simpleRegex } from "./simple-regex.js";

test.each([
  "abc",
  "^a.c$",
  "^registry\\.example\\.com/.*$",
  "^[a-z0-9-]+$",
  "[^b]x?",
  "a\\$$",
  "",
  "^",
  "[a-ac-z]",
  "[\\.-]",
])("%s is simple", (pattern) => {
  expect(simpleRegex(pattern)).toBeDefined();
});

test.each([
  "a|b",
  "(a)",
  "a*b",
  "^a*b*",
  "a{2}",
  "a**",
  "a*?",
  "\\d",
  "[[:alpha:]]",
  "[a-z&&b]",
  "é",
  "a\\",
  "[z-a]x(",
  "^a+?",
  "(?i)a",
  "\\Qa",
  "a^b",
  "a$b",
  "^[a-1e400z]+$",
  "[b-a]",
  "[^a-cz-x]",
])("%s is left to RE2", (pattern) => {
  expect(simpleRegex(pattern)).toBeUndefined();
});

test("where it answers, RE2 answers the same", () => {
  const atom = fc.constantFrom("a", "b", ".", "\\.", "[ab]", "[^a]", "[a-c]", "-", "x", "[.-]");
  const piece = fc.tuple(atom, fc.constantFrom("", "?", "*", "+")).map(([one, quantifier]) => one + quantifier);
  const pattern = fc
    .tuple(fc.constantFrom("", "^"), fc.array(piece, { maxLength: 4 }), fc.constantFrom("", "$"))
    .map(([start, pieces, end]) => start + pieces.join("") + end);
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "c", ".", "-", "\n", "\r", "\u2028", "😀", "é"),
    maxLength: 8,
  });
  fc.assert(
    fc.property(pattern, text, fc.nat({ max: 3 }), (source, subject, from) => {
      const simple = simpleRegex(source);
      if (simple === undefined || from > subject.length || /[\udc00-\udfff]/.test(subject.charAt(from))) return;
      const matcher = RE2JS.compile(source).matcher(subject);
      const expected = matcher.find(from) ? [matcher.start(), matcher.end()] : undefined;
      expect(simple.match(subject, from)).toStrictEqual(expected);
      expect(simple.test(subject)).toBe(RE2JS.compile(source).matcher(subject).find());
    }),
    { numRuns: 3000 },
  );
});
