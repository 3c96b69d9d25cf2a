import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.js";

test.each<[one: string, other: string, distance: number]>([
  ["", "", 0],
  ["a", "", 1],
  ["same", "same", 0],
  ["kitten", "sitting", 3],
  ["runAsNonRot", "runAsNonRoot", 1],
])("from `%s` to `%s` it takes %i letters", (one, other, distance) => {
  expect([editDistance(one, other), editDistance(other, one)]).toEqual([distance, distance]);
});
