import { expect, test } from "vitest";
import { heavySignatures } from "./heavy-signatures.js";
import { lightFamilies } from "./light-builtins.js";

test("no family names a builtin twice, and large ones are declared", () => {
  const names = lightFamilies.flat().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toStrictEqual(expect.arrayContaining(Object.keys(heavySignatures)));
});
