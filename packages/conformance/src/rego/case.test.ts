import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toText, type Value } from "@ostiary/rego";
import { expect, test } from "vitest";
import { isFields, listOf, readCases, readTyped, textOf } from "./case.js";

const fileOf = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), "cases-")), "a.jsonl");
  writeFileSync(path, text);
  return path;
};

test("cases keep all digits, and lines end with LF only", () => {
  const [first, second] = readCases(fileOf('{"n": 12345678901234567890, "s": "a\u2028b"}\n\n{"n": 1.0}\n'));
  expect(toText(first?.["n"] ?? null)).toBe("12345678901234567890");
  expect(textOf(first?.["s"])).toBe("a\u2028b");
  expect(toText(second?.["n"] ?? null)).toBe("1.0");
});

test("a line that is no JSON object is a broken collection", () => {
  expect(() => readCases(fileOf("[1]\n"))).toThrow("not a case: [1]");
});

test.each<[Value, string]>([
  [{ "set!": [2, 1] }, "{1, 2}"],
  [{ "object!": [{ key: [1], value: null }] }, "{[1]: null}"],
  [{ a: [{ "set!": [] }] }, '{"a": [set()]}'],
  ["text", '"text"'],
])("the typed notation %j stands for %s", (value, expected) => {
  expect(toText(readTyped(value))).toBe(expected);
});

test("fields are read by their kinds", () => {
  expect([listOf([1]), listOf("a"), textOf(1), isFields([]), isFields({})]).toStrictEqual([
    [1],
    [],
    undefined,
    false,
    true,
  ]);
});
