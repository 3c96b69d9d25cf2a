import { expect, test } from "vitest";
import { sourceName } from "./print-names.js";

test.each([
  ["x", "x"],
  ["x#12", "x"],
  ["#3", "__local3__"],
])("the variable %s is called %s", (name, expected) => {
  expect(sourceName(name)).toBe(expected);
});
