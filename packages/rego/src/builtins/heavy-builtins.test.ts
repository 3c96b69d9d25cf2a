import { expect, test } from "vitest";
import { heavyFamilies } from "./heavy-builtins.js";
import { heavySignatures } from "./heavy-signatures.js";

test("every large builtin that is built is declared for engines that leave it out", () => {
  const names = heavyFamilies.flat().map(({ name }) => name);
  expect(Object.keys(heavySignatures)).toStrictEqual(expect.arrayContaining(names));
});
