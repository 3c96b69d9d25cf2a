import { expect, it } from "vitest";
import { ValueList } from "./cel-list.js";
import { ConcatenatedList } from "./concatenated-list.js";

it("two lists in a row are one", () => {
  const list = new ConcatenatedList(new ValueList([1n]), new ValueList([2n, 3n]));
  expect(list.size).toBe(3);
  expect([...list.values()]).toEqual([1n, 2n, 3n]);
  expect([list.at(0), list.at(1), list.at(3)]).toEqual([1n, 2n, undefined]);
});

it("a list that doubles forty times takes no memory", () => {
  let list = new ConcatenatedList(new ValueList([1n]), new ValueList([2n]));
  for (let step = 0; step < 40; step += 1) list = new ConcatenatedList(list, list);
  expect(list.size).toBe(2 ** 41);
  expect(list.at(2 ** 41 - 1)).toBe(2n);
});
