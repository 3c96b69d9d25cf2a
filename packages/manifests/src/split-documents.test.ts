import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocumentChunk, DocumentSplitter } from "./split-documents.js";

const split = (pieces: readonly string[], limit = 1000): DocumentChunk[] => {
  const splitter = new DocumentSplitter(limit);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
};
const texts = (...pieces: string[]) => split(pieces).map(({ text, firstLine }) => [firstLine, text]);

describe("DocumentSplitter", () => {
  it.each([
    ["nothing", "", []],
    ["one document without a line break at its end", "a: 1", [[1, "a: 1"]]],
    [
      "separators before, between and after documents",
      "---\na: 1\n---\nb: 2\n---\n",
      [
        [2, "a: 1\n"],
        [4, "b: 2\n"],
      ],
    ],
    [
      "separators with blanks and comments",
      "a\n--- \t\nb\n--- # c\nc\n---#d\nd",
      [
        [1, "a\n"],
        [3, "b\n"],
        [5, "c\n"],
        [7, "d"],
      ],
    ],
    [
      "separators in CRLF files",
      "a\r\n---\r\nb\r\n",
      [
        [1, "a\r\n"],
        [3, "b\r\n"],
      ],
    ],
    ["a separator at the end without a line break", "a\n---", [[1, "a\n"]]],
    [
      "lines that only look like separators",
      "--- a\n----\n ---\n---a\nx---\n",
      [[1, "--- a\n----\n ---\n---a\nx---\n"]],
    ],
    [
      "several separators in a row, which hold nothing",
      "a\n---\n---\n---\nb",
      [
        [1, "a\n"],
        [5, "b"],
      ],
    ],
    ["a byte-order mark, which is dropped", "\uFEFF---\na", [[2, "a"]]],
    [
      "line breaks of CR alone, which separate nothing but count",
      "a\rb\n---\nc",
      [
        [1, "a\rb\n"],
        [4, "c"],
      ],
    ],
  ])("cuts %s", (_what, text, documents) => {
    expect(texts(text)).toEqual(documents);
  });

  it("cuts a stream the same way wherever its pieces end", () => {
    const line = fc.constantFrom(
      "---",
      "--- ",
      "--- # c",
      "--- a",
      "a: 1",
      "",
      "-",
      "--",
      " ---",
      "\uFEFF---",
      "\uFEFF",
      "é𝄞",
    );
    const text = fc
      .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\n", "\r")))
      .map((lines) => lines.map((parts) => parts.join("")).join(""));
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (whole, cuts) => {
        const ends = cuts.map((cut) => cut % (whole.length + 1)).sort((left, right) => left - right);
        const pieces = [...ends, whole.length].map((end, index) => whole.slice(ends[index - 1] ?? 0, end));
        expect(split(pieces)).toEqual(split([whole]));
      }),
      { numRuns: 300 },
    );
  });

  it("cuts off a document that is too long, and keeps those after it", () => {
    const expected = [
      { text: "aaaaaaaaaa", firstLine: 1, tooLong: true },
      { text: "b\n", firstLine: 4, tooLong: false },
    ];
    const text = "aaaaaa\naaaaaa\n---\nb\n";
    expect(split([text], 10).map(({ text: part, ...rest }) => ({ ...rest, text: part.replaceAll("\n", "a") }))).toEqual(
      expected.map((chunk) => ({ ...chunk, text: chunk.text.replaceAll("\n", "a") })),
    );
    expect(split([...text], 10).map(({ tooLong }) => tooLong)).toEqual([true, false]);
  });

  it("does not keep more than the limit of a line without an end", () => {
    const splitter = new DocumentSplitter(1000);
    for (let count = 0; count < 10_000; count++) splitter.push("x".repeat(100));
    const [chunk] = splitter.end();
    expect(chunk?.tooLong).toBe(true);
    expect(chunk?.text).toHaveLength(1000);
  });
});
