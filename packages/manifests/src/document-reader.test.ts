import { describe, expect, it } from "vitest";
import { DocumentReader, longestDocument } from "./document-reader.js";
import type { ManifestDocument, ReadOptions } from "./manifest-document.js";

const chunk = (text: string, firstLine = 1) => ({ text, firstLine, tooLong: false });
const read = (texts: readonly string[], options: ReadOptions = {}): ManifestDocument[] => {
  const reader = new DocumentReader(options);
  return texts.flatMap((text) => [...reader.read(chunk(text))]);
};
const summary = (document: ManifestDocument) => [
  document.document,
  document.kind,
  document.kind === "unreadable" ? document.problems[0]?.code : document.value,
];

describe("DocumentReader", () => {
  it("counts documents that cannot be read, and not those that are empty or null", () => {
    expect(read(["", "# comment", "a: 1", "null", "~", "a: b: c", "\n", "b: 2"]).map(summary)).toEqual([
      [0, "object", { a: 1 }],
      [1, "unreadable", "syntax"],
      [2, "object", { b: 2 }],
    ]);
  });

  it("reports a list before its items", () => {
    const list = { apiVersion: "v1", kind: "List", items: [{ kind: "A" }, 1] };
    const documents = read(["a: 1", JSON.stringify(list)]);
    expect(documents.map(summary)).toEqual([
      [0, "object", { a: 1 }],
      [1, "list", list],
      [1, "object", { kind: "A" }],
      [1, "object", 1],
    ]);
    expect(documents.map((document) => (document.kind === "object" ? document.item : "list"))).toEqual([
      undefined,
      "list",
      0,
      1,
    ]);
    expect(documents[3]?.problems).toMatchObject([{ severity: "error", code: "not-an-object" }]);
  });

  it.each([
    ["a single value", "just text"],
    ["a list", "- a"],
  ])("reads %s and says that it is no object", (_what, text) => {
    expect(read([text])).toMatchObject([{ kind: "object", problems: [{ code: "not-an-object", line: 1, column: 1 }] }]);
  });

  it("reads JSON objects that follow each other", () => {
    const documents = read(['{"a":1}\n{"a":}{"a":\n3, "a": 4}']);
    expect(documents.map(summary)).toEqual([
      [0, "object", { a: 1 }],
      [1, "unreadable", "syntax"],
      [2, "object", { a: 4 }],
    ]);
    expect(documents[2]?.position(["a"])).toMatchObject({ line: 3, column: 9 });
    expect(documents[2]?.problems).toMatchObject([{ severity: "warning", code: "duplicate-key", line: 3, column: 4 }]);
  });

  it("keeps every digit of JSON's integers", () => {
    expect(read(['{"a": 12345678901234567890}'])).toMatchObject([{ value: { a: 12345678901234567890n } }]);
  });

  it.each([
    ["too-large", { text: "a: 1", firstLine: 7, tooLong: true }, 7, 1],
    ["binary", { text: "a: \0", firstLine: 7, tooLong: false }, 7, 4],
    ["invalid-encoding", { text: "a: 1\nb: \uFFFD", firstLine: 7, tooLong: false }, 8, 4],
  ])("refuses with %s", (code, text, line, column) => {
    const [document] = new DocumentReader({}, "damaged").read(text);
    expect(document).toMatchObject({
      kind: "unreadable",
      document: 0,
      problems: [{ severity: "error", code, line, column }],
    });
  });

  it("has nothing against U+FFFD in a text that was sound", () => {
    expect(read(["a: \uFFFD"])).toMatchObject([{ kind: "object" }]);
  });

  it("passes on the name of the file and the chart's template", () => {
    expect(read(["\n# Source: chart/templates/a.yaml\r\na: 1"], { file: "out.yaml" })).toMatchObject([
      { file: "out.yaml", source: "chart/templates/a.yaml" },
    ]);
    const [other] = read(["a: 1 # Source: no\n# Source: late"]);
    expect(other).not.toHaveProperty("source");
    expect(other).not.toHaveProperty("file");
  });

  it("has the limits it is given", () => {
    expect(longestDocument({})).toBe(16_777_216);
    expect(longestDocument({ limits: { documentLength: 5 } })).toBe(5);
    expect(read(["[[[a]]]"], { limits: { depth: 3 } })).toMatchObject([
      { kind: "unreadable", problems: [{ code: "too-deep" }] },
    ]);
  });
});
