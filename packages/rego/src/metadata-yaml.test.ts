import { expect, test } from "vitest";
import { readMetadata } from "./metadata-yaml.js";

test("metadata is YAML", () => {
  expect(readMetadata("title: a\nauthors:\n- b\n")).toStrictEqual({ value: { title: "a", authors: ["b"] } });
});

test("an unclosed bracket is a fault in Go's words", () => {
  expect(readMetadata("title: [\n")).toStrictEqual({
    error: "yaml: line 1: did not find expected node content",
    line: 1,
  });
});

test("other faults name their line", () => {
  expect(readMetadata("a: b: c\n")).toMatchObject({ line: 1 });
});

test("an alias stands for what it repeats", () => {
  expect(readMetadata("title: &name a\ndescription: *name\n")).toStrictEqual({
    value: { title: "a", description: "a" },
  });
});
