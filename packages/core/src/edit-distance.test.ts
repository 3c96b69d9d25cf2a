import { expect, it } from "vitest";
import { editDistance } from "./edit-distance.js";

it.each<[from: string, to: string, distance: number]>([
  ["", "", 0],
  ["a", "", 1],
  ["same", "same", 0],
  ["kitten", "sitting", 3],
  ["requiredProbs", "requiredProbes", 1],
])("from `%s` to `%s` it takes %i letters", (from, to, distance) => {
  expect([editDistance(from, to), editDistance(to, from)]).toEqual([distance, distance]);
});
