import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";

it("the values are listed as they are, all in quotes", () => {
  expect(errorsOf({ enum: ["a", 1, null, { b: [true] }] }, "x")).toEqual([
    'v: Unsupported value: "x": supported values: "a", "1", "null", "{\\"b\\":[true]}"',
  ]);
});

it.each<[Json, Json]>([
  ["a", "a"],
  [1, 1],
  [1.5, 1.5],
  [true, true],
  [{ a: "x" }, { a: "x" }],
])("%j equals %j", (entry, value) => {
  expect(errorsOf({ enum: [entry] }, value)).toEqual([]);
});

it("a double is cut to an integer before it is compared with one", () => {
  expect(errorsOf({ enum: [1] }, 1.9)).toEqual([]);
  expect(errorsOf({ enum: [1] }, 2)).toHaveLength(1);
});

it("null equals nothing, not even itself", () => {
  expect(errorsOf({ enum: [null] }, null)).toEqual(['v: Unsupported value: null: supported values: "null"']);
});

it("inside an object an integer does not equal the double that comes from an object", () => {
  expect(errorsOf({ enum: [{ a: 1 }] }, { a: 1 })).toHaveLength(1);
  expect(errorsOf({ enum: [{ a: 1 }] }, { a: 1 }, "integers")).toEqual([]);
});

it("an empty list restricts nothing", () => {
  expect(errorsOf({ enum: [] }, 1)).toEqual([]);
});
