import { expect, it } from "vitest";
import { ValueSet } from "./value-set.js";
import { Double } from "./working-value.js";

it("values are members by their depth, not by their look", () => {
  const set = new ValueSet([1, "2", { a: [1] }, ["a b"]]);
  expect([1n, "2", { a: [1] }, ["a b"]].map((value) => set.has(value))).toEqual([true, true, true, true]);
  expect(["1", 2, { a: ["1"] }, ["a", "b"], new Double(1), null].some((value) => set.has(value))).toBe(false);
});

it("adding tells whether a value is new, also among those that look the same", () => {
  const set = new ValueSet([]);
  expect([1, "1", 1, new Double(1), "1", new Double(1)].map((value) => set.add(value))).toEqual([
    true,
    true,
    false,
    true,
    false,
    false,
  ]);
});

it("twenty thousand values take no square of time", () => {
  const values = Array.from({ length: 20_000 }, (_, index) => ({ name: `n${index}` }));
  const set = new ValueSet(values);
  expect(values.every((value) => set.has({ ...value }))).toBe(true);
});
