import { describe, expect, it } from "vitest";
import { readManifests } from "./index.js";

describe("readManifests", () => {
  it("reads documents, counts them and finds fields", () => {
    const text =
      "# comment\napiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n  volumes:\n  - name: x\n    emptyDir:\n---\n\n---\n{{ broken }}\n---\nkind: List\napiVersion: v1\nitems:\n- kind: A\n- kind: B\n";
    const documents = [...readManifests(text, { file: "a.yaml" })];
    expect(documents.map(({ kind, document, line }) => ({ kind, document, line }))).toEqual([
      { kind: "object", document: 0, line: 2 },
      { kind: "unreadable", document: 1, line: 12 },
      { kind: "list", document: 2, line: 14 },
      { kind: "object", document: 2, line: 17 },
      { kind: "object", document: 2, line: 18 },
    ]);
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
    expect(documents[1]?.problems).toMatchObject([
      { severity: "error", code: "template-placeholder", line: 12, column: 1 },
    ]);
  });
});
