import { expect, test } from "vitest";
import { futureKeywords, keywords } from "./token.js";

test("the words of v1 are not reserved in v0", () => {
  expect([...futureKeywords].filter((word) => keywords.has(word))).toStrictEqual([]);
  expect([...futureKeywords].sort()).toStrictEqual(["contains", "every", "if", "in"]);
});
