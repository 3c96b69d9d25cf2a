import { describe, expect, it } from "vitest";
import { decodeDocument, decodeObject, decodeObjects } from "./decode-document.js";

type Outcome = ReturnType<typeof decodeDocument> | ReturnType<typeof decodeObjects> | ReturnType<typeof decodeObject>;

const reveal = (outcome: Outcome): unknown => (outcome.ok ? outcome.value : outcome.error.message);

describe("a document of gator verify", () => {
  it.each<[string, unknown]>([
    ["", {}],
    ["a: yes\nb: no\nc: on\nd: true\n", { a: "yes", b: "no", c: "on", d: true }],
    ["a: 010\n", { a: 8 }],
    ["a: 1\n---\nb: [\n", { a: 1 }],
  ])("%j is read with the booleans of YAML 1.2, and nothing behind it", (text, expected) => {
    expect(reveal(decodeDocument(text))).toEqual(expected);
  });

  it.each([
    ["text", "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `text` into map[string]interface {}"],
    [
      "some longer text",
      "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `some lo...` into map[string]interface {}",
    ],
    ["- a", "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!seq into map[string]interface {}"],
    ["12", "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!int `12` into map[string]interface {}"],
    ["a: 1\na: 2\n", 'yaml: unmarshal errors:\n  line 2: mapping key "a" already defined at line 1'],
    ["x:\n  b: 1\n  a: 2\n  b: 3\n", 'yaml: unmarshal errors:\n  line 4: mapping key "b" already defined at line 2'],
    ["x: {a: 1, a: 2}\n", 'yaml: unmarshal errors:\n  line 1: mapping key "a" already defined at line 1'],
    ["a: [\n", "yaml: line 1: did not find expected node content"],
  ])("%j is refused", (text, message) => {
    expect(reveal(decodeDocument(text))).toBe(message);
  });
});

it("an object has a kind", () => {
  expect(reveal(decodeObject("kind: A\n"))).toEqual({ kind: "A" });
  expect(reveal(decodeObject("b: <1>\na: []\n"))).toBe(`Object 'Kind' is missing in '{"a":[],"b":"\\u003c1\\u003e"}'`);
});

describe("the objects of a file", () => {
  it("are cut at every line that begins with ---; parts with nothing but comments are none", () => {
    expect(reveal(decodeObjects("kind: A\n---\n# no\n\n--- # yes\nkind: B\n---kind: C\n"))).toEqual([
      { kind: "A" },
      { kind: "B" },
      { kind: "C" },
    ]);
  });

  it("lose blank lines and comments, also those in texts, as with gator", () => {
    expect(reveal(decodeObjects("kind: A\ntext: |\n  one\n  # two\n\n  three\n"))).toEqual([
      { kind: "A", text: "one\nthree\n" },
    ]);
  });

  it("are refused with the first that is none", () => {
    expect(reveal(decodeObjects("kind: A\n---\n{}\n"))).toBe("Object 'Kind' is missing in '{}'");
  });
});
