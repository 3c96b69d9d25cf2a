import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { parseTemplate } from "./go-template-parser.js";
import { TemplateRunner } from "./go-template-runner.js";
import { TemplateFault } from "./go-template-tokens.js";

function fill(template: string, data: Value): string {
  let output = "";
  const write = (text: string): void => {
    output += text;
  };
  new TemplateRunner(data, write).run(parseTemplate(template), data);
  return output;
}

test("variables end with their block", () => {
  expect(fill("{{$x := 1}}{{range .}}{{$x = .}}{{$y := .}}{{$y}}{{end}}{{$x}}", ["a", "b"])).toBe("abb");
});

test("inner loops are left alone", () => {
  expect(fill("{{range .}}{{range .}}{{.}}{{break}}{{end}};{{end}}", [["a", "b"], ["c"]])).toBe("a;c;");
});

test("faults name the place", () => {
  expect(() => fill("{{.a.b}}", { a: 1 })).toThrow(TemplateFault);
});

test("each part is announced, so that endless output ends", () => {
  let left = 1_000;
  const write = (): void => {
    left -= 1;
    if (left === 0) throw new RangeError("enough");
  };
  const nodes = parseTemplate("{{range 1000000000}}{{end}}{{range 1000000000}}x{{end}}");
  expect(() => new TemplateRunner(null, write).run(nodes, null)).toThrow("enough");
});
