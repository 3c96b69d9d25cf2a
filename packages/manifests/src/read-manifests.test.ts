import { describe, expect, it } from "vitest";
import { readManifests } from "./read-manifests.js";

const text = `# comment
apiVersion: v1
kind: Pod
spec:
  hostNetwork: true
  volumes:
  - name: x
    emptyDir:
---

---
{{ broken }}
---
kind: List
apiVersion: v1
items:
- kind: A
- kind: B
`;

describe("readManifests", () => {
  const documents = [...readManifests(text, { file: "a.yaml" })];

  it("reads the documents of a stream, and the items of its lists", () => {
    expect(documents.map(({ file, kind, document, line }) => [file, kind, document, line])).toEqual([
      ["a.yaml", "object", 0, 2],
      ["a.yaml", "unreadable", 1, 12],
      ["a.yaml", "list", 2, 14],
      ["a.yaml", "object", 2, 17],
      ["a.yaml", "object", 2, 18],
    ]);
  });

  it("finds fields, and for absent ones their nearest ancestor", () => {
    const range = { line: 5, column: 16, endLine: 5, endColumn: 20, exact: true };
    expect(documents[0]?.position(["spec", "hostNetwork"])).toEqual(range);
    expect(documents[0]?.excerpt(range)).toEqual([{ line: 5, text: "  hostNetwork: true" }]);
    expect(documents[0]?.position(["spec", "volumes", 0, "emptyDir", "medium"])).toEqual({
      line: 8,
      column: 5,
      endLine: 8,
      endColumn: 13,
      exact: false,
    });
    expect(documents[4]?.position(["kind"])).toMatchObject({ line: 18, column: 9 });
  });

  it("reads one document at a time", () => {
    const [first] = readManifests(text);
    expect(first).toMatchObject({ kind: "object", document: 0 });
  });

  it("reads bytes, and refuses only the documents whose bytes are no text", () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode("a: é\n---\nb: "),
      0xff,
      ...new TextEncoder().encode("\n---\nc: 1"),
    ]);
    expect([...readManifests(bytes)]).toMatchObject([
      { kind: "object", value: { a: "é" } },
      { kind: "unreadable", problems: [{ code: "invalid-encoding", line: 3, column: 4 }] },
      { kind: "object", value: { c: 1 } },
    ]);
  });

  it("reads the booleans of YAML 1.1, or only those of 1.2", () => {
    const written = "a: yes\nb: off\nc: y\nd: TRUE\ne: false\nf: 'no'\non: 010\n";
    const read = (booleans?: "1.1" | "1.2") =>
      [...readManifests(written, booleans && { booleans })].map((document) => "value" in document && document.value);
    const same = { d: true, e: false, f: "no" };
    expect(read()).toEqual([{ ...same, a: true, b: false, c: true, true: 8 }]);
    expect(read("1.1")).toEqual(read());
    expect(read("1.2")).toEqual([{ ...same, a: "yes", b: "off", c: "y", on: 8 }]);
  });
});
