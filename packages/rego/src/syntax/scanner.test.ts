import { describe, expect, test } from "vitest";
import { Scanner } from "./scanner.js";

function tokens(source: string): readonly string[] {
  const scanner = new Scanner(source);
  const found: string[] = [];
  for (;;) {
    const token = scanner.next();
    if (token.kind === "eof") return found;
    found.push(`${token.kind}:${token.text}${token.errors.length > 0 ? `!${token.errors.join(",")}` : ""}`);
  }
}

describe("tokens (2)", () => {
  test.each<[string, readonly string[]]>([
    ["a _b1 if", ["identifier:a", "identifier:_b1", "identifier:if"]],
    ["x٣", ["identifier:x٣"]],
    ["1 1.5 1e3 0.5e-2", ["number:1", "number:1.5", "number:1e3", "number:0.5e-2"]],
    [":= = == != < <= > >=", ["assign::", "eq:=", "equal:=", "neq:!", "lt:<", "lte:<", "gt:>", "gte:>"]],
    ["+-*/%&|", ["plus:+", "minus:-", "mul:*", "div:/", "rem:%", "and:&", "or:|"]],
    ["[]{}(),:;.", ["[:[", "]:]", "{:{", "}:}", "(:(", "):)", ",:,", ":::", ";:;", ".:."]],
    ['"a\\n\\u0041\\""', ['string:a\nA"']],
    ['"\\ud83d\\ude00"', ["string:😀"]],
    ["`a\\n{`", ["raw-string:a\\n{"]],
    ["a # b\nc", ["identifier:a", "identifier:c"]],
    ['$"a\\{b"', ["template-string-end:a{b"]],
    ["$`a\\{\\n`", ["raw-template-string-end:a{\\n"]],
  ])("%j", (source, expected) => {
    expect(tokens(source)).toStrictEqual(expected);
  });

  test.each<[string, string]>([
    ['"abc', "non-terminated string"],
    ['"a\n"', "non-terminated string"],
    ["`abc", "non-terminated string"],
    ['"\\q"', "illegal escape sequence"],
    ["1.", "expected fraction"],
    ["1e", "expected exponent"],
    ["1a", "illegal number format"],
    ["!a", "illegal ! character"],
    ["$a", "illegal $ character"],
    ["a\u0000", "illegal null character"],
    ["a\ufeff", "illegal byte-order mark"],
    ["a\ud800", "illegal utf-8 character"],
    ["a\udc00", "illegal utf-8 character"],
  ])("%j is an error: %s", (source, message) => {
    expect(tokens(source)[0]).toContain(`!${message}`);
  });

  test("a byte-order mark at the start is skipped", () => {
    expect(tokens("\ufeffa")).toStrictEqual(["identifier:a"]);
  });

  test("characters that are none of these are illegal", () => {
    expect(tokens("@")).toStrictEqual(["illegal:@"]);
  });
});

describe("places", () => {
  test("columns count code points, the end has the place of the last character", () => {
    const scanner = new Scanner('"😀" x\n');
    scanner.next();
    const name = scanner.next();
    const end = scanner.next();
    expect([name.row, name.column, end.row, end.column]).toStrictEqual([1, 5, 2, 0]);
  });

  test("a character that follows a line break has the place before its line", () => {
    const scanner = new Scanner("a\n\0");
    scanner.next();
    const { kind, row, column, errors } = scanner.next();
    expect([kind, row, column, ...errors]).toStrictEqual(["illegal", 2, 0, "illegal null character"]);
  });

  test("a line break before an illegal character ends no literal", () => {
    const scanner = new Scanner("a\n\ufeff");
    scanner.next();
    expect(scanner.next().newlineBefore).toBe(false);
  });

  test("a character of two units is one token", () => {
    const scanner = new Scanner("\u{1f600}x");
    expect([scanner.next().kind, scanner.next().text]).toStrictEqual(["illegal", "x"]);
  });

  test("names and numbers to which a character is glued are marked", () => {
    const scanner = new Scanner("if\u00e9 7\u00e9 7");
    const tokens = Array.from({ length: 5 }, () => scanner.next());
    expect(tokens.map(({ malformed }) => malformed)).toStrictEqual(["if", undefined, "7", undefined, undefined]);
  });

  test("white space and line breaks before a token are noted", () => {
    const scanner = new Scanner("a b\n c#d\nx.y");
    const flags = Array.from({ length: 6 }, () => scanner.next()).map(({ space, newlineBefore }) => [
      space === undefined ? "" : `${space.row}:${space.column}`,
      newlineBefore,
    ]);
    expect(flags).toStrictEqual([
      ["", false],
      ["1:2", false],
      ["2:0", true],
      ["3:0", true],
      ["", false],
      ["", false],
    ]);
    expect(scanner.comments.map(({ text }) => text)).toStrictEqual(["d"]);
  });

  test("a template goes on after the brace of its expression", () => {
    const scanner = new Scanner('$"a {1} b"');
    const start = scanner.next();
    scanner.next();
    const brace = scanner.next();
    scanner.next();
    scanner.rewind(brace);
    const rest = scanner.continueTemplate("escaped");
    expect([start.kind, start.text, rest.kind, rest.text]).toStrictEqual([
      "template-string-part",
      "a ",
      "template-string-end",
      " b",
    ]);
  });
});
