import { expect, test } from "vitest";
import { BoundedCache } from "./bounded-cache.js";

test("what was used longest ago makes room", () => {
  const cache = new BoundedCache<number>(2);
  expect(cache.set("a", 1)).toBe(1);
  cache.set("b", 2);
  expect(cache.get("a")).toBe(1);
  cache.set("c", 3);
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toStrictEqual([1, undefined, 3]);
});
