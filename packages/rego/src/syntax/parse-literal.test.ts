import { describe, expect, test } from "vitest";
import { parseModule, parseQueryText } from "./parse-module.js";
import { printBody } from "./print-term.js";

function parsed(text: string): string {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  return query.ok
    ? printBody(query.value)
    : query.errors.map(({ column, message }) => `${column} ${message}`).join(" / ");
}

describe("literals (4)", () => {
  test.each<[string, string]>([
    ["x; y", "x; y"],
    ["x\ny", "x; y"],
    ["not x", "not x"],
    ["x := 1", "x := 1"],
    ["x = y", "x = y"],
    ["some x, y", "some x, y"],
    ["some x in xs", "some x in xs"],
    ["some k, v in xs with input as 1", "some k, v in xs with input as 1"],
    ["every x in xs { x; y }", "every x in xs { x; y }"],
    ["every k, v in xs { v } with data.a as 1", "every k, v in xs { v } with data.a as 1"],
    ["x with input.a as 1 with data.b as f(2)", "x with input.a as 1 with data.b as f(2)"],
    ["some.x", "some.x"],
  ])("%j", (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  test.each<[string, string]>([
    ["some 1", "6 unexpected number token: expected var"],
    ["some x + 1", "expected `x in xs` or `x, y in xs` expression"],
    ["not some x in y", "5 unexpected some keyword: illegal negation of 'some'"],
    ["every x { x }", "expected `x[, y] in xs { ... }` expression"],
    ["every [x] in xs { x }", "expected value to be a variable"],
    ["every 1, x in xs { x }", "expected key to be a variable"],
    ["every x in xs", "missing body"],
    ["x with 1 as 2", "8 unexpected number token: expected ident"],
    ["x with input", "unexpected eof token: expected as keyword"],
    ["x with f(1) as 2", "expected with target path"],
  ])("%j is an error", (text, expected) => {
    expect(parsed(text)).toContain(expected);
  });

  test("v0 hints at the imports that are missing", () => {
    const errorsOf = (body: string): string => {
      const module = parseModule(`package a\n\np { ${body} }`, { file: "a", version: "v0" });
      return module.ok ? "" : module.errors.map(({ message }) => message).join();
    };
    expect(errorsOf("some x in xs")).toContain("(hint: `import future.keywords.in` for `some x in xs` expressions)");
    expect(errorsOf("every x in xs { x }")).toContain("(hint: `import future.keywords.every`");
  });
});
