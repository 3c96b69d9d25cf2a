import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goQuote } from "./go-quote.js";

describe("goQuote", () => {
  it.each([
    ["", '""'],
    ["unconfined", '"unconfined"'],
    ["two words", '"two words"'],
    ["~!#$%&'()*+,-./", '"~!#$%&\'()*+,-./"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["back\\slash", '"back\\\\slash"'],
    ["\x07\b\f\n\r\t\v", '"\\a\\b\\f\\n\\r\\t\\v"'],
    ["\0", '"\\x00"'],
    ["\x1b", '"\\x1b"'],
    ["\x7f", '"\\x7f"'],
    ["\x80", '"\\u0080"'],
    ["\x9f", '"\\u009f"'],
    ["\u00a0", '"\\u00a0"'],
    ["\u00ad", '"\\u00ad"'],
    ["\u200b", '"\\u200b"'],
    ["\u2028", '"\\u2028"'],
    ["\u3000", '"\\u3000"'],
    ["\ufeff", '"\\ufeff"'],
    ["\ue000", '"\\ue000"'],
    ["\uffff", '"\\uffff"'],
    ["\u{e0001}", '"\\U000e0001"'],
    ["\u{10ffff}", '"\\U0010ffff"'],
    ["é～😀", '"é～😀"'],
    ["e\u0301", '"e\u0301"'],
    ["½€«", '"½€«"'],
    ["\ufffd", '"\ufffd"'],
    ["a\ud800b", '"a\ufffdb"'],
    ["\udc00", '"\ufffd"'],
    ["\udc00\ud800", '"\ufffd\ufffd"'],
  ])("quotes %j as %s", (text, quoted) => {
    expect(goQuote(text)).toBe(quoted);
  });

  it("quotes printable ASCII as JSON does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(goQuote(text)).toBe(JSON.stringify(text));
      }),
    );
  });

  it("leaves nothing in the quoted text that could break a line or close the quote", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const inner = goQuote(text).slice(1, -1);
        expect(inner).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(inner.replaceAll(/\\./gu, "")).not.toContain('"');
      }),
    );
  });
});
