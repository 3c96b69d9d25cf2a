import { expect, test } from "vitest";
import { TokenReader } from "./token-reader.js";
import { tokenize } from "./tokenize.js";

const readerOf = (text: string) => new TokenReader(text, tokenize(text).tokens);
const told = ({ issues }: TokenReader) => issues.map(({ offset, message }) => `${offset} ${message}`);

test("a token too many is skipped", () => {
  const reader = readerOf("1 ) +");
  expect(reader.expect(")")).toBe(true);
  expect([reader.peek().kind, told(reader)]).toEqual(["+", ["0 Syntax error: extraneous input '1' expecting ')'"]]);
});

test("a token that is missing is imagined where something goes on behind it", () => {
  const reader = readerOf("+ 1");
  expect(reader.expect(")")).toBe(true);
  expect(told(reader)).toEqual(["0 Syntax error: missing ')' at '+'"]);
});

test("otherwise all is skipped up to where something goes on, and meanwhile nothing is told", () => {
  const reader = readerOf("1 2 3 ] 4");
  const isThere = reader.within(["]"], () => reader.expect(")"));
  expect([isThere, reader.peek().kind]).toEqual([false, "]"]);
  reader.report(reader.peek(), "more");
  expect(told(reader)).toEqual(["0 Syntax error: mismatched input '1' expecting ')'"]);
  reader.take();
  reader.report(reader.peek(), "more");
  expect(told(reader)).toHaveLength(2);
});

test("what may begin an operand is listed in the order of the grammar", () => {
  const reader = readerOf("}");
  expect(reader.expectOperand(["]", ",", "?"])).toBe(false);
  expect(told(reader)[0]).toContain("expecting {'[', ']', '{', '(', '.', ',', '-', '!', '?', 'true',");
});
