import { describe, expect, it } from "vitest";
import { compose } from "./compose.js";
import { firstDocument, parseYaml } from "./parse-yaml.js";
import { Remarks } from "./remarks.js";

const read = (text: string, depth = 100) => {
  const remarks = new Remarks();
  const parsed = parseYaml(text, depth, remarks);
  return { value: compose(parsed.text, parsed.events, remarks), failure: remarks.failure, notes: remarks.notes };
};

describe("firstDocument", () => {
  it.each([
    ["a: 1\n", "a: 1\n"],
    ["a: 1\n...\nb: 2\n", "a: 1\n"],
    ["--- a\n--- b\n", "--- a\n"],
    ["# c\n--- a\n... # c\n", "# c\n--- a\n"],
    ["%YAML 1.1\n--- a\n--- b", "%YAML 1.1\n--- a\n"],
    ["a: ...\nb: '\n ---'", "a: ...\nb: '\n ---'"],
  ])("of %j is %j", (text, first) => {
    expect(firstDocument(text)).toBe(first);
  });
});

describe("parseYaml", () => {
  it.each([
    ["a quoted scalar with lines to the left of its key", 'a:\n  b: "c\nd\n\ne"\n', { a: { b: "c d\ne" } }],
    [
      "a flow collection that ends where its key begins",
      "a:\n  b: [\n    c,\n  ]\n  d: {\n}\n",
      { a: { b: ["c"], d: {} } },
    ],
    ["comments without a blank before them", "a: 'b'#c\nd: [e, \"f\"# g\n]#h\n", { a: "b", d: ["e", "f"] }],
    ["directives", "%YAML 1.1\n%TAG ! tag:yaml.org,2002:\n--- {a: !str 1}", { a: "1" }],
    ["line breaks of YAML 1.1", "a: 1\u0085b: 2", { a: 1, b: 2 }],
    ["CRLF and CR", "a: 'x\r\n  y'\rb: |\r\n  z\r\n", { a: "x y", b: "z\n" }],
  ])("takes %s", (_what, text, value) => {
    expect(read(text)).toEqual({ value, failure: undefined, notes: [] });
  });

  it.each([
    ["an indented block", "  a: 1\n  b: 2\nc: 3", 14, { a: 1, b: 2 }],
    ["a flow collection", "[a, b] c", 7, ["a", "b"]],
  ])("stops with go-yaml behind %s, and says so", (_what, text, offset, value) => {
    const { value: kept, failure, notes } = read(text);
    expect([kept, failure]).toEqual([value, undefined]);
    expect(notes).toMatchObject([{ severity: "error", code: "syntax", offset }]);
  });

  it.each([
    ["syntax", "a: b: c"],
    ["syntax", "a: 1\n- b"],
    ["syntax", "a\nb: 1"],
    ["syntax", "a: 'b"],
    ["syntax", "a: @b"],
    ["syntax", "# c\n...\na: 1"],
    ["tab-indentation", "a:\n\tb: 1"],
    ["too-deep", "[".repeat(101)],
    ["binary", "# \u0007\na: 1"],
  ])("refuses with %s: %j", (code, text) => {
    expect(read(text).failure).toMatchObject({ severity: "error", code });
  });

  it.each([
    ["a flow collection", "a: {b: 1\n\n", 8],
    ["a quoted scalar", 'a: "b\n', 5],
    ["a flow collection with CRLF", "a: [b\r\n", 5],
  ])("says behind the last word that %s does not end", (_what, text, offset) => {
    expect(read(text).failure).toMatchObject({ code: "syntax", offset });
  });

  it("refuses more depth than the stack can take", () => {
    expect(read("[".repeat(1_000_000), 10_000_000).failure).toMatchObject({ code: "too-deep" });
  });

  it("gives up a document that needs to be read too often", () => {
    const text = `a: "${"x\n".repeat(100_000)}"`;
    expect(read(text).failure).toMatchObject({ code: "syntax", message: "deficient indentation" });
  });
});
