import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";

const refusal = (expected: string, found: string) => [
  `v: Invalid value: "${found}": v in body must be of type ${expected}: "${found}"`,
];

describe("a value of another type is told by the types' names (kube-openapi, type.go):", () => {
  it.each<[string, Json, string]>([
    ["integer", "7", "string"],
    ["object", [], "array"],
    ["array", {}, "object"],
    ["string", 1, "number"],
    ["boolean", null, "null"],
    ["number", true, "boolean"],
  ])("%s given %j", (type, value, found) => {
    const [error = ""] = errorsOf({ type }, value);
    expect(error).toMatch(new RegExp(`must be of type ${type}: "(${found}|7)"$`));
    expect(error).toContain(`Invalid value: "${found}"`);
  });
});

it("a nullable value may be null, one without a type may be anything", () => {
  expect(errorsOf({ type: "string", nullable: true }, null)).toEqual([]);
  expect(errorsOf({}, null)).toEqual([]);
});

it("in an object all numbers are doubles: those without a fraction are integers, up to 2^53", () => {
  expect(errorsOf({ type: "integer" }, 3)).toEqual([]);
  expect(errorsOf({ type: "integer" }, 2 ** 53 - 1)).toEqual([]);
  expect(errorsOf({ type: "integer" }, 2 ** 60)).toEqual(refusal("integer", "number"));
  expect(errorsOf({ type: "integer" }, 2n ** 60n)).toEqual(refusal("integer", "number"));
});

it("a fraction is told twice, as a double and as a number that does not fit", () => {
  expect(errorsOf({ type: "integer" }, 2.5)).toEqual([
    ...refusal("integer", "number"),
    ': Invalid value: "": Checked value must be of type integer (default format) in v',
  ]);
});

it("in a default an integer stays one: it is a number, but no string", () => {
  expect(errorsOf({ type: "number" }, 3, "integers")).toEqual([]);
  expect(errorsOf({ type: "integer" }, 2n ** 60n, "integers")).toEqual([]);
  expect(errorsOf({ type: "string" }, 3, "integers")).toEqual(refusal("string", "integer"));
});

it("int-or-string takes both, and says so", () => {
  const schema = { "x-kubernetes-int-or-string": true };
  expect([errorsOf(schema, 1), errorsOf(schema, "1")]).toEqual([[], []]);
  expect(errorsOf(schema, true)).toEqual(refusal("integer,string", "boolean"));
});

it("a format stands for the type of what is neither text nor list", () => {
  expect(errorsOf({ type: "integer", format: "int32" }, true)).toEqual([
    'v: Invalid value: "": v in body must be of type int32: ""',
  ]);
  expect(errorsOf({ type: "string", format: "date" }, [])).toEqual([]);
});
