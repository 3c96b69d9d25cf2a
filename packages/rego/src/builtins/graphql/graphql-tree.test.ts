import { expect, test } from "vitest";
import { valueKind } from "./graphql-tree.js";

test("the kinds of values have the numbers of gqlparser", () => {
  expect(Object.values(valueKind)).toStrictEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
