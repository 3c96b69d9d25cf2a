import { describe, expect, it } from "vitest";
import { Remarks } from "./remarks.js";

describe("Remarks", () => {
  it("keeps the first failure: those after it may follow from it", () => {
    const remarks = new Remarks();
    expect(remarks.failure).toBeUndefined();
    remarks.fail("merge", "first", 7);
    remarks.fail("syntax", "second", 3);
    expect(remarks.failure).toEqual({ severity: "error", code: "merge", message: "first", offset: 7 });
  });

  it("puts notes in the order of the text", () => {
    const remarks = new Remarks();
    remarks.note("warning", "octal-number", "later", 9);
    remarks.note("error", "unknown-tag", "earlier", 2);
    expect(remarks.notes.map(({ message }) => message)).toEqual(["earlier", "later"]);
    expect(remarks.failure).toBeUndefined();
  });

  it("keeps a hundred notes of a million", () => {
    const remarks = new Remarks();
    for (let offset = 0; offset < 1_000_000; offset++) remarks.note("warning", "duplicate-key", "again", offset);
    expect(remarks.notes).toHaveLength(100);
  });
});
