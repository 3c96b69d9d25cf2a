import fc from "fast-check";
import { expect, test } from "vitest";
import { typeNameOf } from "./type-name.js";
import { anyValue } from "./value.arbitrary.js";

test("values of every type are made", () => {
  const names = new Set(fc.sample(anyValue, { numRuns: 2000, seed: 1 }).map(typeNameOf));
  expect([...names].sort()).toStrictEqual(["array", "boolean", "null", "number", "object", "set", "string"]);
});
