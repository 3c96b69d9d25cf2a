import { expect, it } from "vitest";
import { trimSpace } from "./trim-space.js";

it.each([
  [" a b\n", "a b"],
  ["\u0085\u00a0a\u3000", "a"],
  ["\uFEFFa", "\uFEFFa"],
  ["", ""],
  [" \t ", ""],
  [" ".repeat(100_000), ""],
])("blanks are trimmed as Go does: %#", (text, trimmed) => {
  expect(trimSpace(text)).toBe(trimmed);
});
