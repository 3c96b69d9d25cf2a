import { expect, it } from "vitest";
import { isJsonFields, isJsonList } from "./json-fields.js";

it.each([
  [{}, true, false],
  [[], false, true],
  [null, false, false],
  ["text", false, false],
  [undefined, false, false],
])("%j is an object: %j, a list: %j", (value, isObject, isList) => {
  expect([isJsonFields(value), isJsonList(value)]).toEqual([isObject, isList]);
});
