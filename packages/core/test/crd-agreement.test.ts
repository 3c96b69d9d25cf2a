import { existsSync, readFileSync } from "node:fs";
import { readManifests } from "@ostiary/manifests";
import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { exceptionSchema } from "../src/deckhouse/exception-schema.js";
import { policySchema } from "../src/deckhouse/policy-schema.js";
import { readDocument } from "../src/deckhouse/read-document.js";
import { type CrdSchema, probesOf, sampleOf } from "./crd-probes.js";

/** Deckhouse's CRDs lie beside the repository, where they lie at all; our own expectations stand with the schemas. */
const CRDS = new URL("../../../../shared/schemas/crds/", import.meta.url);

const KINDS = {
  OperationPolicy: "operation-policy",
  SecurityPolicy: "security-policy",
  SecurityPolicyException: "security-policy-exception",
} as const;
type Kind = keyof typeof KINDS;

const schemaOf = (kind: Kind, release: Release): z.ZodMiniType<{ readonly spec: unknown }> | undefined =>
  kind === "SecurityPolicyException" ? exceptionSchema[release] : policySchema(kind, release);

const readCrd = (kind: Kind, release: Release): CrdSchema | undefined => {
  const file = new URL(`${release}/${KINDS[kind]}.yaml`, CRDS);
  if (!existsSync(file)) return undefined;
  const [document] = readManifests(readFileSync(file, "utf8"));
  if (document?.kind !== "object") throw new Error(`no CRD in ${file.pathname}`);
  // The CRDs are data of a known shape.
  const crd = document.value as { spec: { versions: { schema: { openAPIV3Schema: CrdSchema } }[] } };
  return crd.spec.versions[0]?.schema.openAPIV3Schema.properties?.["spec"];
};

const read = (kind: Kind, release: Release, spec: unknown) => {
  const value = { apiVersion: "deckhouse.io/v1alpha1", kind, metadata: { name: "own", namespace: "shop" }, spec };
  const schema = schemaOf(kind, release);
  if (schema === undefined) throw new Error(`${release} has no ${kind}`);
  return readDocument({ group: "deckhouse.io", version: "v1alpha1", kind, index: 0, value }, schema);
};

const cases = RELEASES.flatMap((release) =>
  (["OperationPolicy", "SecurityPolicy", "SecurityPolicyException"] as const).map((kind) => [kind, release] as const),
);

describe("where Deckhouse's own schemas are at hand, ours accept what they accept", () => {
  it.each(cases)("%s of %s", (kind, release) => {
    const crd = readCrd(kind, release);
    expect(crd === undefined || schemaOf(kind, release) !== undefined).toBe(true);
    if (crd === undefined) return;
    expect(read(kind, release, sampleOf(crd))).toMatchObject({ content: { spec: expect.anything() }, problems: [] });
    const differing: string[] = [];
    let count = 0;
    for (const { what, value, isAccepted, defaulted } of probesOf(crd, "spec")) {
      count++;
      const { content, problems } = read(kind, release, value);
      if ((content !== undefined) !== isAccepted) differing.push(`${what}: ${JSON.stringify(problems[0]?.message)}`);
      if (
        isAccepted &&
        defaulted !== undefined &&
        JSON.stringify(sort(content?.spec)) !== JSON.stringify(sort(defaulted))
      )
        differing.push(`${what}: default`);
    }
    expect(differing).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });
});

/** The same with sorted keys; what has a default inside of it is compared where it stands. */
const sort = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sort);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, inner]) => [key, sort(inner)]),
  );
};
