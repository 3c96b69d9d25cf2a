import { describe, expect, test } from "vitest";
import { literalOf, scalar, variable } from "./ast.js";
import { nowhere } from "./location.js";
import { parseQueryText } from "./parse-module.js";
import { sourceLayout } from "./source-layout.js";
import { TermPrinter } from "./term-printer.js";

function printed(source: string): string {
  const query = parseQueryText(source, { file: "a", version: "v1" });
  if (!query.ok) return query.errors.map(({ message }) => message).join();
  const printer = new TermPrinter(sourceLayout(source));
  const lines = query.value.flatMap((literal) => printer.literal(literal));
  return lines.map(({ text, indent }) => `${"\t".repeat(indent)}${text}`).join("\n");
}

describe("collections, calls and comprehensions have lines of their own where they had them", () => {
  test.each([
    ["[1,\n 2]", "[\n\t1,\n\t2,\n]"],
    ["[1, 2,\n 3]", "[\n\t1, 2,\n\t3,\n]"],
    ["[\n 1, 2]", "[\n\t1, 2,\n]"],
    ["[1, 2\n]", "[1, 2]"],
    ["[]", "[]"],
    ["{\n}", "{}"],
    ["set(\n)", "set()"],
    ["{1,\n 2}", "{\n\t1,\n\t2,\n}"],
    ['{"a": [1,\n 2], "b": 3}', '{\n\t"a": [\n\t\t1,\n\t\t2,\n\t],\n\t"b": 3,\n}'],
    ['{"a": 1,\n "b": {\n"c": 3}}', '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 3,\n\t},\n}'],
    ["f(x,\n y)", "f(\n\tx,\n\ty,\n)"],
    ["f({\n1: x})", "f({\n\t1: x,\n})"],
    ["[x | x := 1\n x > 0]", "[x | x := 1; x > 0]"],
    ["[x |\n x := 1\n x > 0]", "[x |\n\tx := 1\n\tx > 0\n]"],
    ["{x: y |\n some x, y in z}", "{x: y |\n\tsome x, y in z\n}"],
    ["[[y |\n y := x] |\n x := 1]", "[[y |\n\ty := x\n] |\n\tx := 1\n]"],
    ["x := [1,\n 2][_]", "x := [\n\t1,\n\t2,\n][_]"],
    ['p with input as {\n"a": 1} with data.x as 2', 'p with input as {\n\t"a": 1,\n} with data.x as 2'],
  ])("%j", (source, expected) => {
    expect(printed(source)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });
});

describe("parentheses stand where they are needed", () => {
  test.each([
    ["x := 1 + 2", "x := 1 + 2"],
    ["x := -1", "x := -1"],
    ["(-1) = x", "(-1) = x"],
    ["x := y in z", "x := y in z"],
    ["x := (k, v in z)", "x := (k, v in z)"],
    ["x = 1 == 2", "x = 1 == 2"],
    ["1 + 2 + 3", "(1 + 2) + 3"],
    ["not x", "not x"],
    ["(x | y)[_]", "(x | y)[_]"],
    ["[(x | y)]", "[(x | y)]"],
  ])("%s", (source, expected) => {
    expect(printed(source)).toBe(expected);
  });
});

test.each(["`a\\d`", '"a\\\\d"', '$"a {x}, {"y"}"', "$`a {x}\nb`", "1.50"])("%s is spelled as it was", (source) => {
  expect(printed(`x := ${source}`)).toBe(`x := ${source}`);
});

test("a list of 100,000 items is no trouble", () => {
  const source = `[${"1, ".repeat(100_000)}]`;
  expect(printed(source)).toHaveLength(source.length - 2);
});

test("parts of templates that are terms are printed in braces", () => {
  const place = nowhere("");
  const printer = new TermPrinter(sourceLayout(""));
  const template = (style: "raw" | "escaped"): string => {
    const parts = [scalar("a\n{", place), variable("x", place), scalar(1, place)];
    const lines = printer.literal(literalOf({ kind: "template", style, parts, location: place }, place));
    return lines.map(({ text }) => text).join("");
  };
  expect([template("escaped"), template("raw")]).toStrictEqual(['$"a\\n\\{{x}{1}"', "$`a\n\\{{x}{1}`"]);
});
