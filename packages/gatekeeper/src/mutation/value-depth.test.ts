import type { Json } from "@ostiary/rules";
import { expect, it } from "vitest";
import { DEEPEST_VALUE, isTooDeep } from "./value-depth.js";

const nest = (depth: number): Json => {
  let value: Json = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value, b: null };
  return value;
};

it.each([
  [0, false],
  [DEEPEST_VALUE, false],
  [DEEPEST_VALUE + 1, true],
  [100_000, true],
])("a value that nests %i levels is too deep: %j", (depth, expected) => {
  expect(isTooDeep(nest(depth))).toBe(expected);
});
