import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, faultsOf } from "../../test/schemas.js";

describe("a schema in a CustomResourceDefinition (apiextensions, validateCustomResourceDefinitionValidation):", () => {
  it("what cannot be made structural is told only where nothing else is", () => {
    expect(faultsOf({ $schema: "x" })).toEqual([
      "root: Invalid value: \"\": OpenAPIV3Schema 'schema' is not supported",
    ]);
    expect(faultsOf({ $schema: "x", id: "y" })).toEqual(["s.id: Forbidden: id is not supported"]);
  });

  it("defaults are looked at only in a structural schema", () => {
    const bad = { type: "integer", default: "x" };
    expect(faultsOf({ type: "object", properties: { a: bad, b: {} } })).toEqual([
      "s.properties[b].type: Required value: must not be empty for specified object fields",
    ]);
    expect(faultsOf({ type: "object", properties: { a: bad } })).toHaveLength(1);
  });

  it("a wrong type is told beside what is not structural", () => {
    expect(faultsOf({ type: "object", properties: { a: { type: "text" }, b: {} } })).toEqual([
      "s.properties[b].type: Required value: must not be empty for specified object fields",
      expect.stringContaining('s.properties[a].type: Unsupported value: "text"'),
    ]);
  });
});

it("errors of an object are below a root without a name", () => {
  const schema = compile({ type: "object", properties: { a: { type: "integer" } } });
  expect(schema.validate({ a: 1.5 })).toEqual([
    '[].a: Invalid value: "number": a in body must be of type integer: "number"',
    '[]: Invalid value: "": Checked value must be of type integer (default format) in a',
  ]);
  expect([schema.validate({ a: 1 }), schema.unknownFields({ b: 1 }), schema.applyDefaults({})]).toEqual([
    [],
    ["b"],
    {},
  ]);
});

it("a valid object without unknown fields is valid after its defaults too", () => {
  const property = fc.constantFrom(
    { type: "integer", minimum: 1, default: 3 },
    { type: "string", enum: ["a", "b"], default: "a" },
    { type: "object", default: {}, properties: { x: { type: "boolean", default: true } } },
    { type: "array", items: { type: "string" } },
  );
  const value = fc.constantFrom(1, 0, "a", "c", {}, { x: true }, { x: 1 }, ["s"], [1], null);
  const name = fc.constantFrom("a", "b", "c");
  fc.assert(
    fc.property(fc.dictionary(name, property), fc.dictionary(name, value), (properties, object) => {
      expect(faultsOf({ type: "object", properties })).toEqual([]);
      const schema = compile({ type: "object", properties });
      fc.pre(schema.validate(object).length === 0 && schema.unknownFields(object).length === 0);
      const filled = schema.applyDefaults(object);
      expect([schema.validate(filled), schema.unknownFields(filled)]).toEqual([[], []]);
    }),
  );
});
