import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { load, makeTemplate, TARGET } from "../../test/templates.js";
import type { Outcome } from "../outcome.js";
import { admitTemplate, readTemplate } from "./read-template.js";

const messageOf = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.error.message);
const withSpec = (targets: Json, kind = "K", metadata: Json = { name: "k" }) =>
  makeTemplate(undefined, { metadata, spec: { crd: { spec: { names: { kind } } }, targets } });

describe("validation in the client's order and words (section 1.1):", () => {
  const bad = { targets: [] };
  it.each<[string, unknown]>([
    ["must declare exactly one target", withSpec([], "")],
    ["must declare exactly one target", withSpec([TARGET, TARGET])],
    ["must declare exactly one target", makeTemplate(undefined, { spec: bad })],
    ["target name must not be empty", withSpec([{ rego: "x" }], "")],
    ['ConstraintTemplate "k" does not specify CRD Kind', withSpec([{ target: "x" }], "")],
    [
      'the ConstraintTemplate\'s name "k" is not equal to the lowercase of CRD\'s Kind: "other"',
      withSpec([{ target: "x" }], "Other"),
    ],
    ['target "x" not recognized, known targets [admission.k8s.gatekeeper.sh]', withSpec([{ target: "x" }])],
  ])("%s", (words, document) => {
    expect(messageOf(readTemplate(document))).toBe(`invalid ConstraintTemplate: ${words}`);
  });

  it("several errors of the definition are in brackets", () => {
    const message = messageOf(readTemplate(makeTemplate({ type: "object", properties: { a: {}, b: {} } })));
    expect(message).toMatch(/^invalid ConstraintTemplate: \[spec\.validation.*\[a\].*, spec\.validation.*\[b\].*\]$/);
  });

  it("what does not decode, and what cannot be converted", () => {
    expect(messageOf(readTemplate(makeTemplate(undefined, { kind: "X" })))).toBe("not a ConstraintTemplate");
    expect(messageOf(readTemplate(makeTemplate(undefined, { apiVersion: "templates.gatekeeper.sh/v2" })))).toMatch(
      /^adding template: no kind "ConstraintTemplate" is registered for version "templates\.gatekeeper\.sh\/v2"/,
    );
    expect(messageOf(admitTemplate(makeTemplate(undefined, { kind: "X" })))).toMatch(/^no kind "X" is registered/);
    const validation = { legacySchema: true, openAPIV3Schema: { items: [] } };
    expect(messageOf(readTemplate(makeTemplate(undefined, { spec: { crd: { spec: { validation } } } })))).toBe(
      "unable to convert template: non-nil JSONSchemas encountered, multiple schemas are not supported",
    );
  });
});

describe("the webhook", () => {
  it("looks at names before it counts targets", () => {
    expect(messageOf(admitTemplate(withSpec([], "")))).toContain("does not specify CRD Kind");
    expect(messageOf(admitTemplate(withSpec([])))).toContain("must declare exactly one target");
  });

  it("lets `*` stand alone, before it looks at anything else", () => {
    const mixed = withSpec([{ ...TARGET, operations: ["*", "CREATE"] }], "");
    expect(admitTemplate(mixed)).toEqual({
      ok: false,
      error: { code: "invalid-operations", message: "if '*' is present, must not specify other operations" },
    });
    expect(messageOf(admitTemplate(mixed, { release: "3.20" }))).toContain("does not specify CRD Kind");
    expect(admitTemplate(withSpec([{ ...TARGET, operations: ["*"] }]))).toMatchObject({ ok: true });
    expect(readTemplate(withSpec([{ ...TARGET, operations: ["*", "CREATE"] }]))).toMatchObject({ ok: true });
  });

  it("says nothing before the reason why something does not decode", () => {
    expect(messageOf(admitTemplate(makeTemplate(undefined, { spec: 1 })))).toBe(
      "json: cannot unmarshal number into Go struct field ConstraintTemplate.spec of type v1.ConstraintTemplateSpec",
    );
  });
});

it("a good template", () => {
  const operations = ["CREATE"];
  const template = load(withSpec([{ ...TARGET, operations }], "KInd", { name: "kInd" }));
  expect(template).toMatchObject({ name: "kInd", kind: "KInd", target: TARGET.target, operations });
  expect(template.code).toEqual([{ engine: "Rego", source: { rego: TARGET.rego, version: "" } }]);
  expect(load(withSpec([{ ...TARGET, operations }]), { release: "3.20" }).operations).toEqual([]);
});

it("the document stays as it is", () => {
  const text = JSON.stringify(makeTemplate({ type: "object", properties: { a: { type: "integer", default: 1 } } }));
  const freeze = (value: unknown): unknown => {
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) freeze(part);
    return Object.freeze(value);
  };
  const frozen = freeze(JSON.parse(text));
  const { schema } = load(frozen);
  expect(schema.applyDefaults({ spec: { parameters: {} } })).toEqual({
    spec: { enforcementAction: "deny", parameters: { a: 1 } },
  });
  expect(JSON.stringify(frozen)).toBe(text);
});
