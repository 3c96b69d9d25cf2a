import { expect, test } from "vitest";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";

test("keys are of any type and compared by value", () => {
  const object = new RegoObject([
    [1, "one"],
    [[1], "list"],
    ["1", "text"],
    [new BigNumber("1.0"), "again"],
  ]);
  expect(object.size).toBe(3);
  expect([object.get(1), object.get([1]), object.get("1"), object.get(2)]).toStrictEqual([
    "again",
    "list",
    "text",
    undefined,
  ]);
  expect([object.has(1), object.has(2)]).toStrictEqual([true, false]);
});

test("keys are listed in order, entries as they came", () => {
  const object = new RegoObject([
    ["b", 1],
    ["a", 2],
  ]);
  expect(object.keys()).toStrictEqual(["a", "b"]);
  object.set(null, 3);
  expect(object.keys()).toStrictEqual([null, "a", "b"]);
  expect([...object.entries()]).toStrictEqual([
    ["b", 1],
    ["a", 2],
    [null, 3],
  ]);
});
