import { expect, it } from "vitest";
import { findAnchors, findLinks } from "./markdown-links.js";

it("finds links, images and definitions with their lines, and leaves out other sites and code", () => {
  const markdown = [
    "---",
    "title: x",
    "---",
    "[a](./a.md#one) and ![b](b.png)",
    "",
    "[site](https://example.com) `[code](code.md)`",
    "",
    "[c]: ../c.md",
  ].join("\n");
  expect(findLinks(markdown)).toEqual([
    { line: 4, url: "./a.md#one" },
    { line: 4, url: "b.png" },
    { line: 8, url: "../c.md" },
  ]);
});

it("names headings as GitHub does, the second of a name with a number, and knows ids that are written out", () => {
  const markdown =
    '# `ostiary check`, in short\n\n## Exit codes\n\n## Exit codes\n\n## Other {#own}\n\n<a id="html"></a>\n';
  expect([...findAnchors(markdown)]).toEqual([
    "ostiary-check-in-short",
    "exit-codes",
    "exit-codes-1",
    "other",
    "own",
    "html",
  ]);
});
