import fc from "fast-check";
import { expect, it } from "vitest";
import { kubernetesEnvironment } from "../src/cel/environment.js";
import { tokenize } from "../src/cel/tokenize.js";

const { parse } = kubernetesEnvironment();

const PIECES = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ".",
  ",",
  "?",
  ":",
  "!",
  "-",
  "+",
  "*",
  "<=",
  "==",
  "in",
  "&&",
  "||",
  " ",
];
const WORDS = [
  "a",
  "b.c",
  "1",
  ".5",
  "2u",
  "'s'",
  "b'x'",
  "r'",
  '"""',
  "true",
  "null",
  "has",
  "map",
  "x, ",
  "`a`",
  "@",
  "//",
  "\n",
];
const text = fc.array(fc.constantFrom(...PIECES, ...WORDS), { maxLength: 60 }).map((parts) => parts.join(""));

it("whatever the text, parsing ends with an expression or with errors that have places", () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (given) => {
      const parsed = parse(given);
      expect(parsed.ok || parsed.error.message).toSatisfy(
        (outcome: true | string) => outcome === true || outcome.startsWith("ERROR: <input>:"),
      );
    }),
    { numRuns: 2_000 },
  );
});

it("tokens stand in the text where they say, one behind the other", () => {
  fc.assert(
    fc.property(text, (given) => {
      let end = 0;
      for (const token of tokenize(given).tokens.slice(0, -1)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(given.slice(token.start, token.start + token.text.length)).toBe(token.text);
        end = token.start + token.text.length;
      }
    }),
  );
});
