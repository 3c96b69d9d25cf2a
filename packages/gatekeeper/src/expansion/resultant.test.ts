import { describe, expect, it } from "vitest";
import { DEPLOYMENT, EXPAND_DEPLOYMENTS, makeExpansion } from "../../test/expansion-templates.js";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import type { WorkingFields } from "../mutation/working-value.js";
import { readExpansionTemplate } from "./expansion-template.js";
import { createResultant, nameOf } from "./resultant.js";

const create = (
  parent: WorkingFields,
  {
    document = EXPAND_DEPLOYMENTS,
    namespace,
    release = "3.23",
  }: { document?: unknown; namespace?: string; release?: GatekeeperRelease } = {},
) => {
  const template = readExpansionTemplate(document, release);
  if (!template.ok) throw new Error(template.error.message);
  const known = namespace === undefined ? undefined : { name: namespace, labels: new Map() };
  const outcome = createResultant(parent, template.value, { namespace: known, release });
  return outcome.ok ? outcome.value : outcome.error.message;
};

const owners = [{ apiVersion: "apps/v1", kind: "Deployment", name: "Web", uid: "" }];
const withTemplate = (template: WorkingFields) => ({ ...DEPLOYMENT, spec: { template } });

describe("an object that is made of another one (section 9)", () => {
  it("has kind, name in lower case, namespace of the parent, and the parent for an owner", () => {
    expect(create(DEPLOYMENT)).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { labels: { app: "web" }, name: "web-pod", namespace: "shop", ownerReferences: owners },
      spec: DEPLOYMENT.spec.template.spec,
    });
  });

  it("is in the Namespace that is supplied, in no one when that has no name", () => {
    expect(create(DEPLOYMENT, { namespace: "other" })).toMatchObject({ metadata: { namespace: "other" } });
    const inside = withTemplate({ metadata: { namespace: "inside", name: "inside" } });
    expect(create(inside, { namespace: "" })).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web-pod", ownerReferences: owners },
    });
  });

  it("keeps the namespace of the template when nobody names another", () => {
    const parent = { ...withTemplate({ metadata: { namespace: "inside" } }), metadata: { name: "web" } };
    expect(create(parent)).toMatchObject({ metadata: { namespace: "inside", name: "web-pod" } });
  });

  it("keeps metadata that are no object", () => {
    expect(create(withTemplate({ metadata: null }))).toEqual({ apiVersion: "v1", kind: "Pod", metadata: null });
  });

  it("has no owner before 3.22", () => {
    expect(create(DEPLOYMENT, { release: "3.21" })).not.toHaveProperty("metadata.ownerReferences");
  });

  it("of a kind that has only a group has no dash in its name", () => {
    const document = makeExpansion("half", "apps/v1 Deployment", "g/ ");
    expect(create(DEPLOYMENT, { document })).toMatchObject({ apiVersion: "g/", metadata: { name: "web" } });
  });
});

describe("nothing is made", () => {
  it.each<[string, WorkingFields]>([
    ['could not find source field "spec.template" in resource Web', { ...DEPLOYMENT, spec: {} }],
    [
      "could not extract source field from unstructured: .spec.template accessor error: 1 is of the type int64, expected map[string]interface{}",
      { ...DEPLOYMENT, spec: 1 },
    ],
    [
      'could not extract namespace field "spec.template" in parent resource Web',
      { ...DEPLOYMENT, metadata: { name: "Web", namespace: 1 } },
    ],
  ])("%s", (message, parent) => {
    expect(create(parent)).toBe(message);
  });

  it("without a Namespace before 3.14", () => {
    expect(create(DEPLOYMENT, { release: "3.13" })).toBe("cannot expand resource with nil namespace");
    expect(create(DEPLOYMENT, { release: "3.13", namespace: "a" })).toMatchObject({ metadata: { namespace: "a" } });
  });
});

it("names of another type are none", () => {
  expect([{}, { metadata: 1 }, { metadata: { name: 1 } }, { metadata: { name: "a" } }].map(nameOf)).toEqual([
    "",
    "",
    "",
    "a",
  ]);
});
