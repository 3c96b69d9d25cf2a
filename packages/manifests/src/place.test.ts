import { describe, expect, it } from "vitest";
import { LocatedText, latestEvents } from "./located-text.js";
import { documentAt, shapeProblems } from "./place.js";
import { SourceText } from "./source-text.js";

const text = "# c\nitems:\n- a: 1\n- b\n";
const located = new LocatedText(new SourceText(text, 1), { text, offset: 0 }, 100, latestEvents());

describe("documentAt", () => {
  it("adds the paths of an item to the path of the item", () => {
    const place = { file: "f.yaml", document: 3, located, path: ["items", 0] };
    const document = documentAt(place, { kind: "object", item: 0, value: { a: 1 }, problems: [] });
    expect(document).toMatchObject({ file: "f.yaml", document: 3, kind: "object", item: 0, line: 3 });
    expect(document.position(["a"])).toMatchObject({ line: 3, column: 6, exact: true });
    expect(document.keyPosition(["a"])).toMatchObject({ line: 3, column: 3, exact: true });
    expect(document.excerpt(document.position(["a"]))).toEqual([{ line: 3, text: "- a: 1" }]);
  });

  it("has but the beginning of what cannot be read", () => {
    const document = documentAt({ document: 0, located, path: [] }, { kind: "unreadable", problems: [] });
    expect(document.position(["items", 0])).toMatchObject({ line: 2, column: 1, exact: false });
    expect(document.line).toBe(2);
  });
});

describe("shapeProblems", () => {
  it.each([
    [{}, []],
    [[], ["a manifest is an object, this is a list"]],
    [null, ["a manifest is an object, this is a single value"]],
    ["b", ["a manifest is an object, this is a single value"]],
  ])("of %j: %j", (value, messages) => {
    const problems = shapeProblems(value, { document: 0, located, path: ["items", 1] });
    expect(problems.map(({ message }) => message)).toEqual(messages);
    for (const problem of problems) expect(problem).toMatchObject({ severity: "error", line: 4, column: 3 });
  });
});
