import { expect, it } from "vitest";
import { contentStart } from "./content-start.js";

it.each([
  ["", -1],
  ["# only a comment\n  \n\t# another", -1],
  ["# comment\n\n  a: 1", 13],
  ["a: 1", 0],
  ["%YAML 1.1\n--- a", 10],
  ["\r\n# c\r\nb", 7],
])("in %j content begins at %i", (text, offset) => {
  expect(contentStart(text)).toBe(offset);
});
