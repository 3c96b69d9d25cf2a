import { expect, test } from "vitest";
import { GoNumber, goTypeOf, isTrue, printed, type TemplateValue } from "./go-template-values.js";

test.each<[TemplateValue, boolean, string, string]>([
  [undefined, false, "<no value>", "nil"],
  [null, false, "<no value>", "nil"],
  [false, false, "false", "bool"],
  [0, true, "0", "json.Number"],
  [new GoNumber(0, true), false, "0", "int"],
  [new GoNumber(1.5, false), true, "1.5", "float64"],
  ["", false, "", "string"],
  [[], false, "[]", "[]interface {}"],
  [[null, { a: 1 }], true, "[<nil> map[a:1]]", "[]interface {}"],
  [{}, false, "map[]", "map[string]interface {}"],
])("row %#", (value, truth, text, type) => {
  expect([isTrue(value), printed(value), goTypeOf(value)]).toEqual([truth, text, type]);
});

test("what is nested deeply is printed without exhausting the stack", () => {
  let value: TemplateValue = [];
  for (let depth = 0; depth < 10_000; depth += 1) value = [value];
  expect(printed(value).length).toBeGreaterThan(100);
});
