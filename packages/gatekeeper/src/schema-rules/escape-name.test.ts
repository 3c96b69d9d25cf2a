import { expect, test } from "vitest";
import { escapeName, unescapeName } from "./escape-name.js";

test.each([
  ["plain", "plain"],
  ["namespace", "__namespace__"],
  ["a-b.c/d", "a__dash__b__dot__c__slash__d"],
  ["a__b", "a__underscores__b"],
  ["_", "_"],
  ["-a", "__dash__a"],
])("the field `%s` is read as `%s`", (name, escaped) => {
  expect(escapeName(name)).toBe(escaped);
  expect(unescapeName(escaped)).toBe(name);
});

test("what begins with a digit, or has other characters, cannot be read", () => {
  expect(["", "1a", "a b", "é"].map(escapeName)).toEqual([undefined, undefined, undefined, undefined]);
  expect(["a__what__b", "a__namespace__"].map(unescapeName)).toEqual([undefined, undefined]);
});
