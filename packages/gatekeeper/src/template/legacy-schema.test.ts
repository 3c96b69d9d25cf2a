import { expect, it } from "vitest";
import type { JsonSchema } from "../schema/json-schema.js";
import { readSchema } from "../schema/read-schema.js";
import { preserveUnknownFields } from "./legacy-schema.js";

const KEEP: JsonSchema = { preserveUnknownFields: true };
const transform = (schema: Parameters<typeof readSchema>[0]) => preserveUnknownFields(readSchema(schema));

it("wherever an object may stand, unknown fields are kept (section 1)", () => {
  const schema = { properties: { a: { type: "string" }, b: {}, c: { type: "object", additionalProperties: {} } } };
  expect(transform(schema)).toEqual({
    ok: true,
    value: {
      ...KEEP,
      properties: new Map<string, JsonSchema>([
        ["a", { type: "string" }],
        ["b", KEEP],
        ["c", { type: "object", ...KEEP, additionalProperties: { allows: true, schema: KEEP } }],
      ]),
    },
  });
});

it("a list without a schema for its entries gets one", () => {
  const items = { schema: KEEP };
  expect(transform({ type: "array" })).toEqual({ ok: true, value: { type: "array", items } });
  expect(transform({ type: "array", items: {} })).toEqual({ ok: true, value: { type: "array", items } });
  expect(transform({ type: "string", items: "x" })).toEqual({ ok: true, value: { type: "string", items: {} } });
});

it("a list of schemas is refused at any depth", () => {
  const message = "non-nil JSONSchemas encountered, multiple schemas are not supported";
  for (const schema of [{ items: [{}] }, { properties: { a: { items: [] } } }, { items: { items: [{}] } }]) {
    expect(transform(schema)).toEqual({ ok: false, error: message });
  }
  expect(transform({ additionalProperties: { items: [{}] } })).toEqual({ ok: false, error: message });
});
