import { expect, test } from "vitest";
import { templatePattern } from "./regex-template.js";

test.each([
  ["a.b", "^a\\.b$", []],
  ["x{.*}y", "^x(.*)y$", [".*"]],
  ["{a{2}}{b}", "^(a{2})(b)$", ["a{2}", "b"]],
  ["{}", "^()$", [""]],
])("%s", (template, pattern, inner) => {
  expect(templatePattern(template, "{", "}")).toStrictEqual({ ok: true, pattern, inner });
});

test.each(["a{b", "a}b", "{{a}"])("%s is unbalanced", (template) => {
  expect(templatePattern(template, "{", "}")).toStrictEqual({
    ok: false,
    message: `unbalanced braces in "${template}"`,
  });
});
