import { describe, expect, it } from "vitest";
import { LocatedText, latestEvents } from "./located-text.js";
import { Remarks } from "./remarks.js";
import { SourceText } from "./source-text.js";

const located = (text: string, offset = 0, latest = latestEvents()) => {
  const source = new SourceText(text, 10);
  return new LocatedText(source, { text: text.slice(offset), offset }, 100, latest);
};

describe("LocatedText", () => {
  it("finds paths in the part of the file that it is", () => {
    const text = located("{}\n {a: [1]}", 2);
    expect(text.read(new Remarks(), "yaml")).toEqual({ a: [1] });
    expect(text.position(["a", 0])).toEqual({ line: 11, column: 7, endLine: 11, endColumn: 8, exact: true });
    expect(text.excerpt(text.position(["a"]))).toEqual([{ line: 11, text: " {a: [1]}" }]);
  });

  it("finds paths whichever text of the stream was asked about before", () => {
    const latest = latestEvents();
    const first = located("a: 1", 0, latest);
    const second = located("b:\n  a: 2", 0, latest);
    first.read(new Remarks(), "yaml");
    expect(second.position(["b", "a"])).toMatchObject({ line: 11, column: 6 });
    expect(first.position(["a"])).toMatchObject({ line: 10, column: 4 });
    expect(second.position(["b", "a"])).toMatchObject({ line: 11, column: 6 });
  });

  it("finds paths and problems in lines that are less indented than YAML asks", () => {
    const text = located('a:\n  b: "x\ny"\n  c: [\n  010 ]\n  d: 1');
    const remarks = new Remarks();
    expect(text.read(remarks, "yaml")).toEqual({ a: { b: "x y", c: [8], d: 1 } });
    expect(text.position(["a", "b"])).toEqual({ line: 11, column: 6, endLine: 12, endColumn: 3, exact: true });
    expect(text.position(["a", "c", 0])).toMatchObject({ line: 14, column: 3, endColumn: 6 });
    expect(text.keyPosition(["a", "b"])).toMatchObject({ line: 11, exact: true });
    expect(text.position(["a", "d"])).toMatchObject({ line: 15, column: 6 });
    expect(remarks.notes.map((note) => text.problem(note))).toMatchObject([
      { code: "octal-number", line: 14, column: 3 },
    ]);
  });

  it("tells where its content begins without parsing it", () => {
    expect(located("\n# c\n  {{").beginning()).toEqual({
      line: 12,
      column: 3,
      endLine: 12,
      endColumn: 3,
      exact: false,
    });
  });

  it("explains a failure by a template's placeholder", () => {
    const text = located("a: 1\n{{ x }}");
    const remarks = new Remarks();
    text.read(remarks, "yaml");
    expect(remarks.failure && text.failure(remarks.failure)).toMatchObject({
      code: "template-placeholder",
      line: 11,
      column: 1,
    });
  });

  it("refuses tabs that indent, but not in JSON", () => {
    for (const [dialect, failed] of [
      ["yaml", "tab-indentation"],
      ["json", undefined],
    ] as const) {
      const remarks = new Remarks();
      located('a: "x"\n\t\n').read(remarks, dialect);
      expect(remarks.failure?.code).toBe(failed);
    }
  });

  it.each([
    ["# Source: a/b.yaml\na: 1", "a/b.yaml"],
    ["\n# comment\n# Source: a b \na: 1", "a b"],
    ["\r\n# Source: a\r\na: 1", "a"],
    ["# Source: \na: 1", undefined],
    ["a: 1\n# Source: x", undefined],
    ["# a: # Source: x\na: 1", undefined],
  ])("finds Helm's note in %j", (text, source) => {
    expect(located(text).helmSource).toBe(source);
  });
});
