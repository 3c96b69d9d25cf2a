import { expect, it } from "vitest";
import { listAt, valueAt } from "./value-at.js";

const value = { a: [{ b: 1 }], c: "text" };

it.each<[readonly (string | number)[], unknown]>([
  [["a", 0, "b"], 1],
  [["c"], "text"],
  [["c", "d", "e"], undefined],
  [["x"], undefined],
  [[], value],
])("the value at %j is %j", (path, found) => {
  expect(valueAt(value, path)).toEqual(found);
});

it("a list is what is one", () => {
  expect(listAt(value, ["a"])).toEqual([{ b: 1 }]);
  expect(listAt(value, ["c"])).toEqual([]);
  expect(listAt(undefined, ["c"])).toEqual([]);
});
