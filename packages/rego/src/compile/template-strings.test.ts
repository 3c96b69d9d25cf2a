import { expect, test } from "vitest";
import { parseQueryText } from "../syntax/parse-module.js";
import { printBody } from "../syntax/print-term.js";
import { NameSource } from "./name-source.js";
import { expandTemplatesInQuery } from "./template-strings.js";

test.each([
  ['x = $"a {y} {1}"', 'x = internal.template_string(["a ", {t0 | t0 = y}, " ", 1])'],
  ['x = $"{y with input as 1}"', "x = internal.template_string([{t0 | t0 = y with input as 1}])"],
  ['[$"{y}" | z]', "[internal.template_string([{t0 | t0 = y}]) | z]"],
])("%s becomes %s", (text, expected) => {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  const body = query.ok ? expandTemplatesInQuery(query.value, new NameSource()) : [];
  expect(printBody(body).replaceAll(/__local(\d+)__/g, "t$1")).toBe(expected);
});
