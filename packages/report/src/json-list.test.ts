import { expect, it } from "vitest";
import { beginJsonList } from "./json-list.js";

it("separates the items of each list, beginning with its first", () => {
  const write = beginJsonList();
  const other = beginJsonList();
  expect([write(1), write({ a: 2 }), write(3), other(4)]).toEqual(["\n1", ',\n{"a":2}', ",\n3", "\n4"]);
});
