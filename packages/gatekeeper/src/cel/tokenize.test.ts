import { expect, test } from "vitest";
import { tokenize } from "./tokenize.js";

const kinds = (text: string): readonly string[] =>
  tokenize(text).tokens.map(({ kind, text: shown }) => `${kind} ${shown}`);
const faults = (text: string) => tokenize(text).issues.map(({ offset, message }) => `${offset} ${message}`);

test.each([
  ["1 0x1F 1u .5 1.5e-3", ["int 1", "int 0x1F", "uint 1u", "float .5", "float 1.5e-3"]],
  ["'a' r\"\\\" b'x' bR'y' '''a'b'''", ["string 'a'", 'string r"\\"', "bytes b'x'", "bytes bR'y'", "string '''a'b'''"]],
  ["a in true.b // c", ["identifier a", "in in", "true true", ". .", "identifier b"]],
  ["a<=b&&!c", ["identifier a", "<= <=", "identifier b", "&& &&", "! !", "identifier c"]],
  ["`a.b/c`", ["escaped `a.b/c`"]],
  ["1.e3", ["int 1", ". .", "identifier e3"]],
])("%s", (text, tokens) => {
  expect(kinds(text)).toEqual([...tokens, "end <EOF>"]);
  expect(faults(text)).toEqual([]);
});

test.each([
  ["a = b", "2 Syntax error: token recognition error at: '= '"],
  ["'a\nb", "0 Syntax error: token recognition error at: ''a\n'"],
  ["'\\q'", "0 Syntax error: token recognition error at: ''\\q'"],
  ["😀", "0 Syntax error: token recognition error at: '😀'"],
  ["a&", "1 Syntax error: token recognition error at: '&'"],
])("what is no token is told, up to where it is none: %j", (text, fault) => {
  expect(faults(text)[0]).toBe(fault);
});

test("a long text that is never closed takes no longer than it is", () => {
  const start = performance.now();
  tokenize(`${"'".repeat(50_000)}a${'"""'.repeat(10_000)}x`);
  tokenize(`'${"\\x41".repeat(20_000)}`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
