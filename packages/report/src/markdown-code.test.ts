import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { HOSTILE } from "../test/hostile.js";
import { codeSpan } from "./markdown-code.js";
import { showControls } from "./visible-text.js";

describe("a code span", () => {
  it.each([
    ["plain", "`plain`"],
    ["a `quoted` name", "``a `quoted` name``"],
    ["`quoted`", "`` `quoted` ``"],
    ["``", "``` `` ```"],
    ["", "`  `"],
    ["a|b", "`a|b`"],
    ["two\nlines", "`two␊lines`"],
  ])("of %j is %s", (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  it.each(HOSTILE.filter((text) => text.trim() !== ""))("holds %j and nothing else", (text) => {
    const [paragraph] = fromMarkdown(`before ${codeSpan(text)} after`).children;
    const children = paragraph?.type === "paragraph" ? paragraph.children : [];
    expect(children.map(({ type }) => type)).toEqual(["text", "inlineCode", "text"]);
    expect(children[1]).toMatchObject({ value: showControls(text) });
  });
});
