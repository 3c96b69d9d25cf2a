import { describe, expect, it } from "vitest";
import { escapeXmlText, writeAttributes } from "./xml-text.js";

describe("text in XML", () => {
  it.each([
    ["markup", "<a> & ]]>", "&lt;a&gt; &amp; ]]&gt;"],
    ["line breaks and tabs", "a\n\tb", "a\n\tb"],
    ["a carriage return", "a\rb", "a&#13;b"],
    ["NUL and escape sequences", "\0\u001B[31m", "␀␛[31m"],
    ["halves of surrogate pairs", "\uD800", "<U+D800>".replace("<", "&lt;").replace(">", "&gt;")],
    ["noncharacters", "a\uFFFEb\uFFFF", "a\uFFFDb\uFFFD"],
    ["emoji", "😀", "😀"],
  ])("escapes %s", (_, text, escaped) => {
    expect(escapeXmlText(text)).toBe(escaped);
  });
});

describe("attributes in XML", () => {
  it("escape what would end them, and keep line breaks and tabs", () => {
    expect(writeAttributes({ a: `"'<&>`, b: "\t\r\n", c: 1, d: undefined })).toBe(
      ` a="&quot;'&lt;&amp;&gt;" b="&#9;&#13;&#10;" c="1"`,
    );
  });
});
