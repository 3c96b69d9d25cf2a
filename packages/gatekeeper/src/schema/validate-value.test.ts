import type { Json } from "@ostiary/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { errorsOf, patterns } from "../../test/schemas.js";
import { readSchema } from "./read-schema.js";
import { validateValue } from "./validate-value.js";

it("the families are asked in the order of the cluster: type, logic, text, numbers, lists, enum, objects", () => {
  const schema = { enum: ["x"], not: {}, maxLength: 1 };
  expect(errorsOf(schema, "long").map((error) => error.slice(0, 20))).toEqual([
    ': Invalid value: "":',
    "v: Too long: may not",
    "v: Unsupported value",
  ]);
});

it("a null is asked for its type and its enum only", () => {
  expect(errorsOf({ nullable: true, type: "object", not: {}, required: ["a"] }, null)).toEqual([]);
  expect(errorsOf({ enum: ["a"], type: "string" }, null)).toHaveLength(2);
});

it("a format that the cluster does not know is ignored in an object", () => {
  expect(errorsOf({ type: "string", format: "colour" }, "no")).toEqual([]);
  expect(errorsOf({ type: "integer", format: "colour" }, 1)).toEqual([]);
});

it("the same words are told once", () => {
  const restriction = { required: ["a"] };
  expect(errorsOf({ ...restriction, allOf: [restriction, restriction] }, {})).toHaveLength(2);
});

/** As text, because fast-check has a type of its own for it. */
const json = fc.json({ maxDepth: 4 }).map((text): Json => JSON.parse(text));

it("any value and any schema have an answer", () => {
  fc.assert(
    fc.property(json, json, (schema, value) => {
      const result = validateValue(readSchema(schema), value, { patterns, numbers: "doubles" });
      expect(result.isValid).toBe(result.errors.length === 0);
    }),
  );
});
