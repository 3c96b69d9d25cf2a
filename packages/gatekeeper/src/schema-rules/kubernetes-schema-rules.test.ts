import { expect, test } from "vitest";
import { readSchema } from "../schema/read-schema.js";
import { schemaRules } from "./kubernetes-schema-rules.js";

const schema = readSchema({
  type: "object",
  properties: { a: { type: "integer", "x-kubernetes-validations": [{ rule: "self > 1" }] } },
});

test("rules are checked where they stand, and run where the value lies", () => {
  const { findErrors, compile } = schemaRules();
  expect(findErrors(schema, "s")).toEqual([]);
  expect(compile(schema)({ a: 1 }, "spec.parameters")).toEqual([
    "spec.parameters.a: Invalid value: 1: failed rule: self > 1",
  ]);
  expect(compile(schema)({ a: 2 }, "")).toEqual([]);
});

test("a schema without rules has nothing against any value", () => {
  const { findErrors, compile } = schemaRules();
  const plain = readSchema({ type: "object", properties: { a: { type: "integer" } } });
  expect(findErrors(plain, "s")).toEqual([]);
  expect(compile(plain)({ a: "x" }, "")).toEqual([]);
});
