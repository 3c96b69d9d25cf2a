import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { exceptionSchema } from "../src/deckhouse/exception-schema.js";
import { policySchema } from "../src/deckhouse/policy-schema.js";
import { readDocument } from "../src/deckhouse/read-document.js";
import facts from "./crd-facts.json" with { type: "json" };
import { type CrdSchema, probesOf, sampleOf } from "./crd-probes.js";

const KINDS = ["OperationPolicy", "SecurityPolicy", "SecurityPolicyException"] as const;
type Kind = (typeof KINDS)[number];

/** What Deckhouse's CRDs accept; the file is written by scripts/extract-crd-facts.ts, and has no other shape. */
const FACTS = facts as Readonly<Record<Release, Readonly<Partial<Record<Kind, CrdSchema>>>>>;

const schemaOf = (kind: Kind, release: Release): z.ZodMiniType<{ readonly spec: unknown }> | undefined =>
  kind === "SecurityPolicyException" ? exceptionSchema[release] : policySchema(kind, release);

const read = (kind: Kind, release: Release, spec: unknown) => {
  const value = { apiVersion: "deckhouse.io/v1alpha1", kind, metadata: { name: "own", namespace: "shop" }, spec };
  const schema = schemaOf(kind, release);
  if (schema === undefined) throw new Error(`${release} has no ${kind}`);
  return readDocument({ group: "deckhouse.io", version: "v1alpha1", kind, index: 0, value }, schema);
};

const cases = RELEASES.flatMap((release) =>
  KINDS.flatMap((kind) => {
    const crd = FACTS[release][kind];
    return crd === undefined ? [] : [[kind, release, crd] as const];
  }),
);

it("releases have the kinds that they have", () => {
  const ours = RELEASES.flatMap((release) =>
    KINDS.filter((kind) => schemaOf(kind, release)).map((kind) => [kind, release]),
  );
  expect(ours).toEqual(cases.map(([kind, release]) => [kind, release]));
});

describe("the API server accepts what Deckhouse's CRDs accept, and so do we", () => {
  it.each(cases)("%s of %s", (kind, release, crd) => {
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
