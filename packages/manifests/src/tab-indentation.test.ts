import { expect, it } from "vitest";
import { originalOffset } from "./inserted-blanks.js";
import { parseYaml } from "./parse-yaml.js";
import { Remarks } from "./remarks.js";
import { findTabIndentation } from "./tab-indentation.js";

const find = (text: string): number => {
  const parsed = parseYaml(text, 100, new Remarks());
  const found = findTabIndentation(parsed);
  return found < 0 ? found : originalOffset(parsed.insertions, found);
};

/** What sigs.k8s.io/yaml v1.6.0 refuses. */
it.each([
  ["a: 1\nb:\n- x\n\t\nc: 2"],
  ["a:\n-\tb\n"],
  ["a:\n  -\tb: 1\n"],
  ["- a\n- \tb"],
  ["\t# x\na: 1\n"],
  ["a: 1\n\t# x\nb: 2"],
  ['a: "x"\n\t# x\nb: 2'],
  ['a: "x"\n\t\nb: 2'],
  ["a: 1 \t# x\n\t\n"],
  ["a: 1\n\n\t"],
  ["a: |\n\t\n  x\n"],
  ["a: |\n  x\n\t\nb: 1\n"],
  ["a: |\n  x\n \t\nb: 1\n"],
  ["a: b\n\tc\nd: 1"],
  ["a:\n  x: b\n  \tc\nd: 1"],
  ["a: [\n\tb\n\t]\n"],
  ["a: {\n\tb: c\n\td\n\t}\n"],
  ['a: [\n\t"b"\n\t]\n\t\n'],
])("finds a tab that indents in %j", (text) => {
  expect(text[find(text)]).toBe("\t");
});

it.each([
  ["no tab: 1"],
  ["a:\t1\nb: \t2\nc:\t\n  d: 1\t\n"],
  ['a: 1\n\nb: "x\n\ty"\n'],
  ["a: |\n  x\n  \ty\n"],
  ["a: |\n  x\n  -\ty\n"],
  ["a: b\n \tc\nd: 1"],
  ["a:\n  x: b\n   \tc\nd: 1"],
  ["a: b\n\n  \t\n\nc: 1"],
  ["a: x\n  -\ty\n"],
  ['a: [\n\t"b"\n\t]\n'],
  ['a: {\n\t"b": "c",\n\t"d": [\n\t1,\n\t2]\n\t}\n'],
  ["--\tx"],
])("finds none in %j", (text) => {
  expect(find(text)).toBe(-1);
});

it("takes time in proportion to the number of tabs", () => {
  expect(find(`a: b\n${"  \t\n".repeat(200_000)}`)).toBe(-1);
});
