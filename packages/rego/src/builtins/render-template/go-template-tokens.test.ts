import { expect, test } from "vitest";
import { readPieces, TemplateFault } from "./go-template-tokens.js";

test("text and tokens", () => {
  expect(readPieces('a {{- .b "c}}" -}} d\n{{$x}}')).toEqual([
    { kind: "text", text: "a" },
    {
      kind: "action",
      line: 1,
      tokens: [
        { kind: "field", text: ".b", isAdjacent: false, column: 6 },
        { kind: "string", text: '"c}}"', isAdjacent: false, column: 9 },
      ],
    },
    { kind: "text", text: "d\n" },
    { kind: "action", line: 2, tokens: [{ kind: "variable", text: "$x", isAdjacent: false, column: 2 }] },
  ]);
});

test("comments leave nothing behind", () => {
  expect(readPieces("a {{- /* }} */ -}} b")).toEqual([
    { kind: "text", text: "a" },
    { kind: "text", text: "b" },
  ]);
});

test.each([
  ["\n{{", "template: template:2: unclosed action"],
  ["{{/* a", "template: template:1: unclosed comment"],
  ["{{/* a */ b}}", "template: template:1: comment ends before closing delimiter"],
  ['{{"a}}', "template: template:1: unterminated quoted string"],
  ["{{`a}}", "template: template:1: unterminated raw quoted string"],
])("%j is no template", (text, message) => {
  expect(() => readPieces(text)).toThrow(TemplateFault);
  try {
    readPieces(text);
  } catch (fault) {
    expect(fault).toEqual(new TemplateFault(message));
  }
});

test("long runs of spaces cost little", () => {
  expect(readPieces(`${" ".repeat(50_000)}x{{- 1}}`)).toHaveLength(2);
});
