import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { means } from "../../test/schemas.js";
import { makeTemplate } from "../../test/templates.js";
import { generatedCrdErrors } from "./generated-crd.js";
import { decodeTemplate } from "./template-document.js";

const errorsOf = (names: Json, metadata: Json = {}) => {
  const decoded = decodeTemplate(makeTemplate(undefined, { metadata, spec: { crd: { spec: { names } } } }));
  return decoded.ok ? generatedCrdErrors(decoded.value, means) : [decoded.error.message];
};

describe("names in the generated CustomResourceDefinition (section 1.1, step 6):", () => {
  it("the kind gives five names, which are told in the cluster's order", () => {
    expect(errorsOf({ kind: "Bad_Kind" }).map((error) => error.slice(0, error.indexOf(": a ")))).toEqual([
      'metadata.name: Invalid value: "bad_kind.constraints.gatekeeper.sh"',
      'spec.names.plural: Invalid value: "bad_kind"',
      'spec.names.singular: Invalid value: "bad_kind"',
      'spec.names.kind: Invalid value: "Bad_Kind": may have mixed case, but should otherwise match',
      'spec.names.listKind: Invalid value: "Bad_KindList": may have mixed case, but should otherwise match',
    ]);
  });

  it("the kind of lists is longer than the kind", () => {
    expect(errorsOf({ kind: "K".repeat(60) })).toEqual([
      `spec.names.listKind: Invalid value: "${"K".repeat(60)}List": may have mixed case, but should otherwise match: must be no more than 63 characters`,
    ]);
  });

  it("short names are names too", () => {
    expect(errorsOf({ kind: "K", shortNames: ["k", "K1"] })).toEqual([
      expect.stringContaining('spec.names.shortNames[1]: Invalid value: "K1": a DNS-1035 label'),
    ]);
  });
});

it("the template's labels become labels of the definition", () => {
  expect(errorsOf({ kind: "K" }, { labels: { good: "-", "a/b/c": "x" } })).toEqual([
    expect.stringContaining('metadata.labels: Invalid value: "a/b/c": a valid label key must consist of'),
    expect.stringContaining('metadata.labels: Invalid value: "-": a valid label must be an empty string or consist of'),
  ]);
});

it("the schema stands in the place of parameters", () => {
  const decoded = decodeTemplate(makeTemplate({}));
  expect(decoded.ok && generatedCrdErrors(decoded.value, means)).toEqual([
    "spec.validation.openAPIV3Schema.properties[spec].properties[parameters].type: Required value: must not be empty for specified object fields",
  ]);
});
