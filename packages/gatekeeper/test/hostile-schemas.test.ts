import type { Json } from "@ostiary/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConstraint, readTemplate } from "../src/index.js";
import { errorsOf } from "./schemas.js";
import { finderOf, load, makeConstraint, makeTemplate } from "./templates.js";

const nest = (depth: number, wrap: (below: Json) => Json): Json => {
  let value: Json = { type: "string" };
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
};
const json = fc.json({ maxDepth: 5 }).map((text): Json => JSON.parse(text));

describe("templates", () => {
  it("that nest without end are refused, those just below are read", () => {
    const properties = (below: Json): Json => ({ type: "object", properties: { a: below } });
    expect(readTemplate(makeTemplate(nest(10_000, properties)))).toMatchObject({ ok: false });
    expect(readTemplate(makeTemplate(nest(240, properties)))).toMatchObject({ ok: true });
  });

  it("with thousands of restrictions in restrictions are judged", () => {
    const restriction = nest(10, (below) => ({ anyOf: [below, below] }));
    const message = readTemplate(makeTemplate({ type: "object", anyOf: [restriction] }));
    expect(message).toMatchObject({ error: { message: expect.stringContaining("must be empty to be structural") } });
  });

  it("whose patterns would take for ever elsewhere are read, and hold", () => {
    const property = { type: "string", pattern: "^(([a-z])+.)+[A-Z]([a-z])+$" };
    const findTemplate = finderOf(load(makeTemplate({ type: "object", properties: { p: property } })));
    const constraint = makeConstraint({ parameters: { p: "a".repeat(50_000) } });
    expect(readConstraint(constraint, { findTemplate })).toMatchObject({ ok: false });
  });

  it("that refer to themselves are refused, and not followed", () => {
    const outcome = readTemplate(makeTemplate({ type: "object", properties: { a: { $ref: "#" } } }));
    expect(outcome).toMatchObject({ error: { message: expect.stringContaining("$ref is not supported") } });
  });

  it("of any JSON have an answer", () => {
    fc.assert(
      fc.property(json, json, (schema, spec) => {
        expect(typeof readTemplate(makeTemplate(schema)).ok).toBe("boolean");
        expect(readTemplate(makeTemplate(undefined, { spec })).ok).toBe(false);
        expect(readTemplate(spec).ok).toBe(false);
      }),
    );
  });

  it("that are no JSON have an answer too", () => {
    const throwing = Object.defineProperty({}, "apiVersion", {
      enumerable: true,
      get: () => {
        throw new Error("trap");
      },
    });
    for (const document of [undefined, () => 1, Symbol("s"), new Map(), new Date(0), throwing]) {
      expect(readTemplate(document).ok).toBe(false);
      expect(readConstraint(document, { findTemplate: () => undefined }).ok).toBe(false);
    }
  });
});

describe("constraints", () => {
  const findTemplate = finderOf(load(makeTemplate({ "x-kubernetes-preserve-unknown-fields": true })));

  it("of any JSON have an answer, and are not changed", () => {
    fc.assert(
      fc.property(json, json, (spec, parameters) => {
        for (const document of [makeConstraint(spec), makeConstraint({ parameters }), spec]) {
          const before = JSON.stringify(document);
          expect(typeof readConstraint(document, { findTemplate }).ok).toBe("boolean");
          expect(JSON.stringify(document)).toBe(before);
        }
      }),
    );
  });

  it("that nest without end are refused", () => {
    const deep = nest(10_000, (below) => [below]);
    expect(readConstraint(makeConstraint({ parameters: deep }), { findTemplate })).toMatchObject({ ok: false });
  });

  it("with names from Object's prototype are validated like any other", () => {
    const spec: Json = JSON.parse('{"parameters":{"__proto__":{"a":1},"constructor":2},"__proto__":1}');
    expect(readConstraint(makeConstraint(spec), { findTemplate })).toMatchObject({
      error: { message: "invalid Constraint: unknown fields: [spec.__proto__]" },
    });
  });
});

describe("long values", () => {
  const long = "é".repeat(500_000);

  it.each<[string, Json]>([
    ["maxLength", { maxLength: 499_999 }],
    ["minLength", { minLength: 500_001 }],
    ["pattern", { pattern: "^e+$" }],
    ["enum", { enum: ["e"] }],
    ["format", { type: "string", format: "uri" }],
  ])("of a megabyte are judged by %s", (_, schema) => {
    expect(errorsOf(schema, long)).toHaveLength(1);
  });

  it("of many entries too", () => {
    const list = Array.from({ length: 10_000 }, (_, index) => index);
    expect(errorsOf({ type: "array", items: { type: "string" } }, list)).toHaveLength(10_000);
  });
});
