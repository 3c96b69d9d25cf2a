import { expect, it } from "vitest";
import type { Remark } from "./remarks.js";
import { explainTemplate } from "./template-placeholder.js";

const error = (offset: number): Remark => ({ severity: "error", code: "syntax", message: "bad", offset });

it.each([
  ["on the line of the error", "a: 1\nb: {{ x }} y", 10, 8],
  ["on the line before", "{{- if x }}\nb: 1", 12, 0],
  ["in Jinja's notation", "{% if x %}\n", 2, 0],
])("explains an error by a placeholder %s", (_where, text, offset, found) => {
  expect(explainTemplate(text, error(offset))).toEqual({
    severity: "error",
    code: "template-placeholder",
    message: "template placeholders have to be rendered first (bad)",
    offset: found,
  });
});

it.each([
  ["there is none", "a: 1\nb: : c", 8],
  ["it is far away", "a: '{{ x }}'\nb: 1\nc: : d", 20],
])("leaves an error as it is where %s", (_where, text, offset) => {
  expect(explainTemplate(text, error(offset))).toEqual(error(offset));
});
