import { expect, it } from "vitest";
import { ValueList } from "../cel-list.js";
import { CelOptional } from "../cel-value.js";
import { elementCost, patternCost, productCost, sizeOf, traversalCost } from "./traversal-cost.js";

it.each([
  ["abc", 3],
  [new Uint8Array(5), 5],
  [new ValueList([1n, 2n]), 2],
  [CelOptional.of("ab"), 2],
  [CelOptional.none, 1],
  [1n, 1],
  [undefined, 1],
])("the size of a value: %#", (value, size) => {
  expect(sizeOf(value)).toBe(size);
});

it("costs are those of Kubernetes", () => {
  expect(traversalCost(["x".repeat(25)])).toBe(3);
  expect(traversalCost(["x".repeat(25)], 2)).toBe(5);
  expect(patternCost(["x".repeat(99), "y".repeat(8)])).toBe(20);
  expect(elementCost([new ValueList([1n, 2n])])).toBe(2);
  expect(productCost([new ValueList([1n, 2n]), new ValueList([1n, 2n, 3n])])).toBe(7);
});
