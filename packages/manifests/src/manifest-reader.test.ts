import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ManifestDocument } from "./manifest-document.js";
import { createManifestReader } from "./manifest-reader.js";
import { readManifests } from "./read-manifests.js";

const plain = (document: ManifestDocument) => ({
  ...document,
  root: document.position([]),
  position: undefined,
  keyPosition: undefined,
  excerpt: undefined,
});

const stream = [
  "\uFEFF# Source: a.yaml\r\nkind: A\r\nlist:\r\n- 'x\r\n\r\n  y'\r\n---\r\n",
  "---\n--- # c\n{{ broken }}\n---\nkind: List\napiVersion: v1\nitems:\n- {a: 010}\n- b\n---\n",
  'text: |\n  ---\n  a\n---\n{"b": 1} {"c": 2}\n---\nlast: é𝄞',
].join("");

describe("createManifestReader", () => {
  it("reads the same documents wherever the stream is cut", () => {
    const whole = [...readManifests(stream)].map(plain);
    expect(whole).toHaveLength(9);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: stream.length })), (cuts) => {
        const ends = [...cuts.toSorted((left, right) => left - right), stream.length];
        const reader = createManifestReader();
        const documents = ends.flatMap((end, index) => reader.push(stream.slice(ends[index - 1] ?? 0, end)));
        expect([...documents, ...reader.end()].map(plain)).toEqual(whole);
      }),
    );
  });

  it("yields a document as soon as the next separator is read", () => {
    const reader = createManifestReader({ file: "-" });
    expect(reader.push("a: 1\n-")).toEqual([]);
    expect(reader.push("--\nb: 2\n")).toMatchObject([{ file: "-", document: 0, value: { a: 1 } }]);
    expect(reader.end()).toMatchObject([{ file: "-", document: 1, value: { b: 2 }, line: 3 }]);
    expect(reader.end()).toEqual([]);
  });
});
