import { expect, test } from "vitest";
import { indent, setInColumns } from "./columns.js";

test("names and texts stand in two columns", () => {
  const entries = [
    { name: "a", lines: ["one", "two"] },
    { name: "long", lines: ["three"] },
  ];
  expect(setInColumns(entries)).toEqual(["  a     one", "        two", "  long  three"]);
  expect(setInColumns([])).toEqual([]);
});

test("lines are set in, empty ones are not", () => {
  expect(indent("a\n\n  b\n")).toBe("  a\n\n    b\n");
});
