import type { Json } from "@ostiary/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDefaults } from "./apply-defaults.js";
import { readSchema } from "./read-schema.js";

const fill = (schema: Json, value: Json) => applyDefaults(readSchema(schema), value);

describe("defaults (apiextensions, defaulting/algorithm.go):", () => {
  it("an absent field gets its default, and what is below a default is filled in too", () => {
    const inner = { default: {}, properties: { b: { default: 1 } } };
    expect(fill({ properties: { a: inner } }, {})).toEqual({ a: { b: 1 } });
    expect(fill({ properties: { a: inner } }, { a: { b: 2 } })).toEqual({ a: { b: 2 } });
  });

  it("nothing is filled in below an object that is absent", () => {
    expect(fill({ properties: { a: { properties: { b: { default: 1 } } } } }, {})).toEqual({});
    expect(fill({ properties: { a: { properties: { b: { default: 1 } } } } }, { a: {} })).toEqual({ a: { b: 1 } });
  });

  it("a null that the schema does not admit counts as absent", () => {
    expect(fill({ properties: { a: { default: 1 } } }, { a: null })).toEqual({ a: 1 });
    expect(fill({ properties: { a: { default: 1, nullable: true } } }, { a: null })).toEqual({ a: null });
    expect(fill({ properties: { a: {} } }, { a: null })).toEqual({ a: null });
  });

  it("lists and maps are filled in entry by entry, their nulls too", () => {
    const entry = { default: { c: 0 }, properties: { b: { default: 1 } } };
    expect(fill({ items: entry }, [{}, null, 5])).toEqual([{ b: 1 }, { b: 1, c: 0 }, 5]);
    expect(fill({ additionalProperties: entry }, { x: {}, y: null })).toEqual({ x: { b: 1 }, y: { b: 1, c: 0 } });
  });

  it("names may be anything", () => {
    const filled = fill(JSON.parse('{"properties":{"__proto__":{"default":1},"constructor":{"default":2}}}'), {});
    expect(Object.entries(Object(filled))).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
  });
});

const name = fc.constantFrom("a", "b", "c");
const value = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, 1, "x"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3 }),
  ),
})).value;
const schema = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.record(
    {
      default: value,
      nullable: fc.boolean(),
      items: tie("schema"),
      properties: fc.dictionary(name, tie("schema"), { maxKeys: 2 }),
      additionalProperties: tie("schema"),
    },
    { requiredKeys: [] },
  ),
})).schema;

const freeze = (whole: Json): Json => {
  if (typeof whole !== "object" || whole === null) return whole;
  for (const part of Object.values(whole)) freeze(part);
  return Object.freeze(whole);
};

it("filling in twice is filling in once, nothing that is there is lost, and inputs stay as they are", () => {
  fc.assert(
    fc.property(schema, value, (anySchema, anyValue) => {
      const frozen = freeze(anyValue);
      const once = fill(freeze(anySchema), frozen);
      expect(fill(anySchema, once)).toEqual(once);
      if (typeof frozen === "object" && frozen !== null && !Array.isArray(frozen)) {
        expect(Object.keys(once ?? {})).toEqual(expect.arrayContaining(Object.keys(frozen)));
      }
    }),
  );
});

it("where nothing is filled in, the value itself comes back", () => {
  const whole = { a: [{ b: 1 }] };
  expect(fill({ properties: { a: { items: { properties: { b: { default: 2 } } } } } }, whole)).toBe(whole);
});
