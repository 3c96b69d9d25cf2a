import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { makeTemplate, TARGET } from "../../test/templates.js";
import type { JsonFields } from "../schema/json-fields.js";
import { decodeTemplate, isTemplate } from "./template-document.js";

const decode = (document: Json) => {
  const decoded = decodeTemplate(document);
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
};
const withTarget = (target: Json) => makeTemplate(undefined, { spec: { targets: [target] } });

describe("rego beside code (section 1):", () => {
  const cel = { engine: "K8sNativeValidation", source: { validations: [] } };

  it("is code of the engine Rego, and replaces what is there", () => {
    const source = { rego: "package x", version: "" };
    expect(decode(withTarget({ rego: "package x", code: [cel] })).targets[0]?.code).toEqual([
      cel,
      { engine: "Rego", source },
    ]);
    const other = { engine: "Rego", source: { rego: "package y", version: "v1" } };
    expect(decode(withTarget({ rego: "package x", libs: ["l"], code: [other, cel] })).targets[0]?.code).toEqual([
      { engine: "Rego", source: { ...source, libs: ["l"] } },
      cel,
    ]);
  });

  it("is nothing when it is empty", () => {
    expect(decode(withTarget({ rego: "", code: [cel, { engine: "x", source: null }] })).targets[0]?.code).toEqual([
      cel,
      { engine: "x", source: undefined },
    ]);
  });
});

describe("legacySchema by version:", () => {
  const parametersOf = (version: string, validation?: Json) => {
    const names = { kind: "K" };
    const spec = { crd: { spec: validation === undefined ? { names } : { names, validation } }, targets: [TARGET] };
    return decode(makeTemplate(undefined, { apiVersion: `templates.gatekeeper.sh/${version}`, spec })).parameters;
  };

  it.each(["v1beta1", "v1alpha1"])("%s takes any parameters, unless it says otherwise", (version) => {
    expect(parametersOf(version)).toEqual({ preserveUnknownFields: true });
    expect(parametersOf(version, { openAPIV3Schema: { type: "object" } })).toEqual({
      type: "object",
      preserveUnknownFields: true,
    });
    expect(parametersOf(version, { legacySchema: false })).toBeUndefined();
  });

  it("v1 takes none, unless it says otherwise", () => {
    expect([parametersOf("v1"), parametersOf("v1", null), parametersOf("v1", { openAPIV3Schema: null })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(parametersOf("v1", { legacySchema: true })).toEqual({ preserveUnknownFields: true });
  });

  it("a list of schemas cannot be converted", () => {
    const validation = { legacySchema: true, openAPIV3Schema: { items: [{}] } };
    const spec = { crd: { spec: { validation } } };
    expect(decodeTemplate(makeTemplate(undefined, { spec }))).toMatchObject({
      error: { code: "unconvertible" },
    });
  });
});

it("other versions and kinds are not registered, wrong types do not decode", () => {
  const words = (changes: JsonFields) => {
    const decoded = decodeTemplate(makeTemplate(undefined, changes));
    return decoded.ok ? undefined : decoded.error.message;
  };
  expect(words({ apiVersion: "templates.gatekeeper.sh/v2" })).toBe(
    'no kind "ConstraintTemplate" is registered for version "templates.gatekeeper.sh/v2" in scheme "pkg/runtime/scheme.go:111"',
  );
  expect(words({ kind: "Other" })).toContain('no kind "Other" is registered');
  expect(words({ spec: { crd: 5 } })).toBe(
    "json: cannot unmarshal number into Go struct field ConstraintTemplateSpec.spec.crd of type v1.CRD",
  );
  expect(words({ spec: { targets: [{ operations: [1] }] } })).toBe(
    "json: cannot unmarshal number into Go struct field Target.spec.targets.operations of type v1.OperationType",
  );
});

it("templates are told by group and kind", () => {
  expect(isTemplate({ group: "templates.gatekeeper.sh", kind: "ConstraintTemplate" })).toBe(true);
  expect(isTemplate({ group: "templates.gatekeeper.sh", kind: "Other" })).toBe(false);
});
