import { expect, test } from "vitest";
import { judgeGraphql, petSchema } from "./judge-graphql.js";

test("a valid request has no findings, others have a line for each", () => {
  expect(judgeGraphql("{num}", petSchema)).toStrictEqual([]);
  expect(judgeGraphql("{x y}")).toHaveLength(2);
});
