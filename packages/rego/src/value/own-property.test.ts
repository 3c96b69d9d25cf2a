import { expect, test } from "vitest";
import { setOwn } from "./own-property.js";

test("every name becomes an own property", () => {
  const target: Record<string, number> = {};
  for (const name of ["a", "__proto__", "constructor", "__proto__"]) setOwn(target, name, 1);
  expect(Object.keys(target)).toStrictEqual(["a", "__proto__", "constructor"]);
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
});
