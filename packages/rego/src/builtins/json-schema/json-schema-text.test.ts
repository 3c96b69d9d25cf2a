import { expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import type { Value } from "../../value/value.js";
import { normalText } from "./json-schema-text.js";

test.each<[Value, string]>([
  [{ b: 1, a: [2.5, 'x 1.0 " 2.0'] }, '{"a":[2.5,"x 1.0 \\" 2.0"],"b":1}'],
  [numberFromText("1.50"), "1.5"],
  [numberFromText("9007199254740993"), "9007199254740992"],
  [numberFromText("1e400"), "1e400"],
  [null, "null"],
])("row %#", (value, text) => {
  expect(normalText(value)).toBe(text);
});
