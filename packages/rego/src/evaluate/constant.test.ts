import { expect, test } from "vitest";
import { parseQueryText } from "../syntax/parse-module.js";
import { toText } from "../value/text.js";
import { constantValue } from "./constant.js";

function constantOf(text: string): string {
  const query = parseQueryText(`x = ${text}`, { file: "", version: "v1" });
  const expression = query.ok ? query.value[0]?.expression : undefined;
  const term = expression?.kind === "call" ? expression.args[1] : undefined;
  const value = term === undefined ? undefined : constantValue(term);
  return value === undefined ? "none" : toText(value);
}

test.each([
  ["1", "1"],
  ['"a"', '"a"'],
  ["[1, [2]]", "[1, [2]]"],
  ["{2, 1}", "{1, 2}"],
  ['{"a": {1: 2}}', '{"a": {1: 2}}'],
  ["[y]", "none"],
  ["{y}", "none"],
  ["{1: y}", "none"],
  ["input.a", "none"],
  ["[1 | true]", "none"],
])("the constant value of %s is %s", (text, expected) => {
  expect(constantOf(text)).toBe(expected);
});
