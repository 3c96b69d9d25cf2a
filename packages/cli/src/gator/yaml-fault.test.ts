import { readManifests } from "@ostiary/manifests";
import { expect, it } from "vitest";
import { describeYamlFault } from "./yaml-fault.js";

const describeFirst = (text: string): string | undefined => {
  for (const document of readManifests(text)) {
    if (document.kind === "unreadable") return describeYamlFault(text, document);
  }
  return undefined;
};

it.each([
  ["a: [\n", "yaml: line 1: did not find expected node content"],
  ["a:\n\t- b\n", "yaml: line 2: found character that cannot start any token"],
  ["a: 1\nb: Pod\n  c: [\n", "yaml: line 3: mapping values are not allowed in this context"],
  ["a:\n  b: 1\n c: 2\n", "yaml: line 2: did not find expected key"],
  ["a: 1\nb\nc: 3\n", "yaml: line 2: could not find expected ':'"],
  ["a: b\n- c\n", "yaml: line 1: did not find expected key"],
  ["- a\nb: c\n", "yaml: line 1: did not find expected '-' indicator"],
  ["a: {b: c}}\n", "yaml: did not find expected key"],
  ["a: 'x\n", "yaml: line 2: found unexpected end of stream"],
  ["a: b: c\n", "yaml: mapping values are not allowed in this context"],
])("%j is refused in the words of Go's reader", (text, expected) => {
  expect(describeFirst(text)).toBe(expected);
});

it("lines are counted from the beginning of the document", () => {
  expect(describeFirst("a: 1\n---\nb: 2\nc: [\n---\nd: 3\n")).toBe("yaml: line 2: did not find expected node content");
});

it("what only we find is told in our words", () => {
  expect(describeFirst("x: 1\na: \u0007\n")).toMatch(/^yaml: .*control characters/);
});
