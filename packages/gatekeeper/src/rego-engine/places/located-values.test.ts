import { expect, test } from "vitest";
import { locateIn } from "./located-values.js";

test("lists and objects are found again by what they are, scalars are not", () => {
  const shared = { a: 1 };
  const root = { list: [{ b: 2 }, shared], again: shared };
  const locate = locateIn(root);
  expect(locate(root)).toEqual([]);
  expect(locate(root.list[0])).toEqual(["list", 0]);
  expect(locate(shared)).toEqual(["list", 1]);
  expect([locate({ b: 2 }), locate("x"), locate(null), locate(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("depth is no burden", () => {
  const deepest = {};
  let root: object = deepest;
  for (let level = 0; level < 20_000; level += 1) root = { a: root };
  expect(locateIn(root as never)(deepest as never)).toHaveLength(20_000);
});
