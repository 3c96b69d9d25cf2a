import { expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";

it("entries are named by their positions", () => {
  const schema = { type: "array", items: { type: "array", items: { type: "string" } } };
  expect(errorsOf(schema, [["a"], ["b", 1]])).toEqual([
    'v[1][1]: Invalid value: "number": v[1][1] in body must be of type string: "number"',
  ]);
});

it("too many and too few entries", () => {
  expect(errorsOf({ type: "array", maxItems: 2 }, [1, 2, 3])).toEqual(["v: Too many: 3: must have at most 2 items"]);
  expect(errorsOf({ type: "array", maxItems: 1 }, [1, 2])).toEqual(["v: Too many: 2: must have at most 1 item"]);
  expect(errorsOf({ type: "array", minItems: 2 }, [1])).toEqual([
    "v: Invalid value: 1: v in body should have at least 2 items",
  ]);
});

it("equal entries are found whatever the order of their fields", () => {
  const schema = { type: "array", uniqueItems: true };
  expect(
    errorsOf(schema, [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ]),
  ).toEqual(['v: Invalid value: "": v in body shouldn\'t contain duplicates']);
  expect(errorsOf(schema, [1, "1"])).toEqual([]);
});
