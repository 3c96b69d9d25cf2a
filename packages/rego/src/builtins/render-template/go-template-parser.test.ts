import { expect, test } from "vitest";
import { parseTemplate } from "./go-template-parser.js";
import { TemplateFault } from "./go-template-tokens.js";

test("blocks contain their parts", () => {
  expect(parseTemplate("{{if .a}}b{{else if .c}}d{{end}}")).toMatchObject([
    { kind: "if", body: [{ text: "b" }], otherwise: [{ kind: "if", body: [{ text: "d" }], otherwise: [] }] },
  ]);
});

test.each([
  ["{{if .a}}", "unexpected EOF"],
  ["{{end}}", "unexpected {{end}}"],
  ["{{if .a}}{{else}}{{else}}{{end}}", "expected end; found {{else}}"],
  ["{{}}", "missing value for command"],
  ["{{if}}{{end}}", "missing value for if"],
  ["{{break}}", "{{break}} outside {{range}}"],
  ["{{foo}}", 'function "foo" not defined'],
  ["{{$x}}", 'undefined variable "$x"'],
  ["{{if .a}}{{$y := 1}}{{end}}{{$y}}", 'undefined variable "$y"'],
  ["{{$x = 1}}", 'undefined variable "$x"'],
  ["{{$x, $y := 1}}", "too many declarations in command"],
  ["{{(.a}}", "unclosed left paren"],
  ['{{"\\q"}}', "invalid syntax"],
  ['{{define "x"}}{{end}}', "{{define}} is not available in this engine"],
  [`${"{{if .a}}".repeat(5_000)}`, "template is nested too deeply"],
  [`{{${"(".repeat(5_000)}}}`, "template is nested too deeply"],
])("row %#", (text, problem) => {
  try {
    parseTemplate(text);
    expect.unreachable();
  } catch (fault) {
    expect(fault).toEqual(new TemplateFault(`template: template:1: ${problem}`));
  }
});
