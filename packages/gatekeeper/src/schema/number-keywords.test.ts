import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";

describe("limits of doubles (kube-openapi, numberValidator):", () => {
  it.each<[Json, number, string]>([
    [{ minimum: 1 }, 0, "0: v in body should be greater than or equal to 1"],
    [{ minimum: 1, exclusiveMinimum: true }, 1, "1: v in body should be greater than 1"],
    [{ maximum: 1 }, 2, "2: v in body should be less than or equal to 1"],
    [{ maximum: 1, exclusiveMaximum: true }, 1, "1: v in body should be less than 1"],
    [{ maximum: 1_000_000 }, 2_500_000, "2.5e+06: v in body should be less than or equal to 1e+06"],
    [{ multipleOf: 2 }, 3, "3: v in body should be a multiple of 2"],
    [{ multipleOf: 0.1 }, 0.25, "0.25: v in body should be a multiple of 0.1"],
    [{ multipleOf: 0 }, 3, "0: factor MultipleOf declared for v must be positive: 0"],
  ])("%j given %d", (limits, value, words) => {
    expect(errorsOf(limits, value)).toEqual([`v: Invalid value: ${words}`]);
  });

  it.each<[Json, number]>([
    [{ minimum: 1, maximum: 3 }, 1],
    [{ minimum: 1, maximum: 3 }, 3],
    [{ multipleOf: 0.1 }, 0.3],
    [{ multipleOf: 3 }, 9],
  ])("%j admits %d", (limits, value) => {
    expect(errorsOf(limits, value)).toEqual([]);
  });
});

it("a limit that is none of the type is an error itself, and holds all the same", () => {
  expect(errorsOf({ type: "integer", maximum: 2.5 }, 3)).toEqual([
    ': Invalid value: "": Maximum boundary value must be of type integer (default format) in v',
    "v: Invalid value: 3: v in body should be less than or equal to 2.5",
  ]);
});

it("a format narrows the type", () => {
  expect(errorsOf({ type: "integer", format: "int32" }, 2 ** 31)).toEqual([
    ': Invalid value: "": Checked value must be of type integer with format int32 in v',
  ]);
  expect(errorsOf({ type: "integer", format: "int32" }, 2 ** 31 - 1)).toEqual([]);
  expect(errorsOf({ type: "number", format: "float" }, 1e300)).toHaveLength(1);
});

it("integers of defaults are compared with the limit without its fraction", () => {
  expect(errorsOf({ type: "number", maximum: 2.5 }, 3, "integers")).toEqual([
    "v: Invalid value: 3: v in body should be less than or equal to 2",
  ]);
  expect(errorsOf({ type: "integer", multipleOf: 2 }, 3, "integers")).toEqual([
    "v: Invalid value: 3: v in body should be a multiple of 2",
  ]);
  expect(errorsOf({ type: "integer", multipleOf: 2 }, 4, "integers")).toEqual([]);
});
