import { describe, expect, it } from "vitest";
import { finderOf, load, makeConstraint, makeTemplate } from "../../test/templates.js";
import type { JsonFields } from "../schema/json-fields.js";
import { type ReadConstraintOptions, validateConstraint } from "./validate-constraint.js";

const findTemplate = finderOf(load(makeTemplate({ type: "object", properties: { n: { type: "integer" } } })));
const messageOf = (document: unknown, options: Partial<ReadConstraintOptions> = {}) => {
  const valid = validateConstraint(document, { findTemplate, ...options });
  return valid.ok ? undefined : valid.error.message;
};

describe("validation in Gatekeeper's order and words (section 2):", () => {
  it.each<[string, JsonFields]>([
    ["invalid Constraint: missing metadata.name", { metadata: {}, kind: "" }],
    ["invalid Constraint: missing metadata.name", { metadata: { name: 5 } }],
    ["invalid Constraint: missing kind", { kind: "", apiVersion: "v1" }],
    ["invalid Constraint: missing kind", { apiVersion: "a/b/c" }],
    [
      'invalid Constraint: wrong API Group for Constraint "c", got "other" but need "constraints.gatekeeper.sh"',
      { apiVersion: "other/v1", kind: "Unknown" },
    ],
    ['missing ConstraintTemplate: template "unknown" not found', { kind: "Unknown", spec: { match: 5 } }],
    [
      "invalid Constraint: .spec.match.labelSelector accessor error: 5 is of the type int64, expected map[string]interface{}",
      { metadata: { name: "C" }, spec: { match: 5 } },
    ],
    [
      'invalid Constraint: wrong kind "c" for constraint "k"; want "K"',
      { kind: "k", apiVersion: "constraints.gatekeeper.sh/v1" },
    ],
    [
      'invalid Constraint: unsupported version "v1" for Constraint "c"; supported versions: map[v1alpha1:true v1beta1:true]',
      { apiVersion: "constraints.gatekeeper.sh/v1", spec: { extra: 1 } },
    ],
    [
      'schema validation failed: [].spec.parameters.n: Invalid value: "string": spec.parameters.n in body must be of type integer: "string"',
      { spec: { parameters: { n: "x" }, extra: 1 } },
    ],
    [
      "invalid Constraint: unknown fields: [spec.extra spec.parameters.m]",
      { spec: { parameters: { m: 1 }, extra: 1 } },
    ],
  ])("%s", (message, changes) => {
    expect(messageOf(makeConstraint({}, changes))).toBe(message);
  });

  it("a name that is no domain", () => {
    expect(messageOf(makeConstraint({}, { metadata: { name: "C_1" } }))).toContain(
      'invalid Constraint: invalid name: "a lowercase RFC 1123 subdomain must consist of',
    );
  });

  it("a name that is too long for a label", () => {
    expect(messageOf(makeConstraint({}, { metadata: { name: "c".repeat(64) } }))).toBe(
      "schema validation failed: [].metadata.name: Too long: may not be more than 63 bytes",
    );
  });
});

it("unknown fields are dropped silently before 3.14", () => {
  const constraint = makeConstraint({ extra: 1 });
  expect([messageOf(constraint, { release: "3.13" }), messageOf(constraint, { release: "3.14" })]).toEqual([
    undefined,
    "invalid Constraint: unknown fields: [spec.extra]",
  ]);
});

it("a good constraint is given with its template", () => {
  const document = makeConstraint({ parameters: { n: 1 } });
  expect(validateConstraint(document, { findTemplate })).toEqual({
    ok: true,
    value: { document, kind: "K", name: "c", template: findTemplate("k") },
  });
});
