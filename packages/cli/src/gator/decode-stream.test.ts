import { expect, it } from "vitest";
import { decodeStream } from "./decode-stream.js";

const decode = (text: string) => {
  const outcome = decodeStream(Buffer.from(text));
  return outcome.ok ? outcome.value : outcome.error.message;
};

it.each<[string, unknown]>([
  ["", []],
  ["# nothing\n---\n---\n{}\n---\nnull\n", []],
  ["a: 1\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
  ['{"a": 1}\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
  ["a: yes\nb: 010\nc: 1_000\n", [{ a: true, b: 8, c: 1000 }]],
  ["apiVersion: v1\nkind: List\nitems: [{kind: A}]\n", [{ apiVersion: "v1", kind: "List", items: [{ kind: "A" }] }]],
])("%j is read as gator test reads it (gator 1 and 9)", (text, expected) => {
  expect(decode(text)).toEqual(expected);
});

it.each([
  ["text", "string"],
  ["- a", "array"],
  ["1", "number"],
  ["yes", "bool"],
])("%j is no object", (text, type) => {
  expect(decode(text)).toBe(
    `reading yaml source: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${type} into Go value of type map[string]interface {}`,
  );
});

it("the first fault ends everything", () => {
  expect(decode("a: 1\n---\nb: [\n---\nc: }\n")).toBe(
    "reading yaml source: error converting YAML to JSON: yaml: line 1: did not find expected node content",
  );
});
