import { expect, test } from "vitest";
import { BigNumber } from "./number.js";
import { RegoSet } from "./set.js";

test("equal members are one", () => {
  const set = new RegoSet([1, new BigNumber("1.0"), [1], [1], "1"]);
  expect(set.size).toBe(3);
  expect(set.add(2)).toBe(true);
  expect(set.add(2)).toBe(false);
});

test("membership is by value; the member found is the one that was added first", () => {
  const set = new RegoSet([new BigNumber("1.0"), null, { a: 1 }]);
  expect(set.find(1)).toStrictEqual(new BigNumber("1.0"));
  expect([set.has(1), set.has(null), set.has({ a: 1 }), set.has("1")]).toStrictEqual([true, true, true, false]);
  expect(set.find(2)).toBeUndefined();
});

test("members are listed in order, or as they came", () => {
  const set = new RegoSet(["b", 1, "a"]);
  expect(set.sorted()).toStrictEqual([1, "a", "b"]);
  expect([...set.values()]).toStrictEqual(["b", 1, "a"]);
  set.add(0);
  expect(set.sorted()).toStrictEqual([0, 1, "a", "b"]);
});

test("sets are combined", () => {
  const [left, right] = [new RegoSet([1, 2, 3]), new RegoSet([3, 4])];
  expect(left.intersection(right).sorted()).toStrictEqual([3]);
  expect(right.intersection(left).sorted()).toStrictEqual([3]);
  expect(left.union(right).sorted()).toStrictEqual([1, 2, 3, 4]);
  expect(left.difference(right).sorted()).toStrictEqual([1, 2]);
  expect(left.sorted()).toStrictEqual([1, 2, 3]);
});

test("subsets", () => {
  const set = new RegoSet([1, 2]);
  expect(new RegoSet().isSubsetOf(set)).toBe(true);
  expect(set.isSubsetOf(set)).toBe(true);
  expect(new RegoSet([1, 3]).isSubsetOf(set)).toBe(false);
  expect(set.isSubsetOf(new RegoSet([1]))).toBe(false);
});
