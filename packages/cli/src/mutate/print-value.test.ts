import { readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { indentLines, printBlock, printFlow, printFlowField } from "./print-value.js";

const TEXTS = [
  "yes",
  "010",
  "0o7",
  "1_000",
  "1:30",
  "2001-01-01",
  "~",
  "",
  " a ",
  "a: b",
  "# a",
  "a\nb\n",
  "=",
  "0x1F",
  "1e3",
];

test.each(TEXTS)("the text %j is a text again when it is read, in every syntax", (text) => {
  const written = [
    `a: ${printFlow(text, { syntax: "yaml" })}`,
    `a: ${printFlow(text, { syntax: "json" })}`,
    printBlock({ a: text }, { lists: "flush" }),
  ];
  for (const one of written) expect([...readManifests(one)]).toMatchObject([{ value: { a: text } }]);
});

test("lists are indented as others are", () => {
  expect(printBlock({ a: [{ b: 1, c: [2] }] }, { lists: "flush" })).toBe("a:\n- b: 1\n  c:\n  - 2");
  expect(printBlock({ a: [{ b: 1 }] }, { lists: "indented" })).toBe("a:\n  - b: 1");
});

test("what stands between brackets has no line breaks, however long it is, and big integers keep their digits", () => {
  const value = { text: "x".repeat(90), lines: "a\nb", list: [1, 2n ** 70n] };
  expect(printFlow(value, { syntax: "yaml" })).toBe(
    `{"text": "${"x".repeat(90)}", "lines": "a\\nb", "list": [1, ${2n ** 70n}]}`,
  );
  expect(printFlowField("a", [1], { syntax: "yaml" })).toBe("a: [1]");
  expect(printFlowField("a", [1], { syntax: "json" })).toBe('"a": [1]');
});

test("the same object twice is written twice", () => {
  const shared = { b: 1 };
  expect(printBlock({ x: shared, z: shared }, { lists: "flush" })).toBe("x:\n  b: 1\nz:\n  b: 1");
});

test("empty lines are not indented", () => {
  expect(indentLines("a\n\nb", 2)).toBe("  a\n\n  b");
});
