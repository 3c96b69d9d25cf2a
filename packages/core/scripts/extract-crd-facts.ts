// Writes test/crd-facts.json: what Deckhouse's custom resources accept, taken from their CRDs without any of their texts.
// Run it when a release is added: `npx tsx --tsconfig tsconfig.json packages/core/scripts/extract-crd-facts.ts FOLDER`, where FOLDER
// has a folder for each release with the files of modules/015-admission-policy-engine/crds.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readManifests } from "@ostiary/manifests";
import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import type { CrdSchema } from "../test/crd-probes.js";

/** What of a schema decides; titles, descriptions and examples do not. */
const DECIDING: readonly (keyof CrdSchema)[] = [
  "type",
  "required",
  "enum",
  "pattern",
  "minItems",
  "default",
  "anyOf",
  "oneOf",
  "items",
  "additionalProperties",
  "properties",
];

const KINDS = {
  OperationPolicy: "operation-policy",
  SecurityPolicy: "security-policy",
  SecurityPolicyException: "security-policy-exception",
} as const;

const reduce = (schema: CrdSchema): CrdSchema => {
  const { items, additionalProperties, properties } = schema;
  const own = DECIDING.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]] as const]));
  return {
    ...Object.fromEntries(own),
    ...(items && { items: reduce(items) }),
    ...(additionalProperties && { additionalProperties: reduce(additionalProperties) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, reduce(inner)])),
    }),
  };
};

const readSpec = (folder: string, release: Release, name: string): CrdSchema | undefined => {
  const file = join(folder, release, `${name}.yaml`);
  if (!existsSync(file)) return undefined;
  const [document] = readManifests(readFileSync(file, "utf8"));
  if (document?.kind !== "object") throw new Error(`no CRD in ${file}`);
  // The CRDs are data of a known shape.
  const crd = document.value as { spec: { versions: { schema: { openAPIV3Schema: CrdSchema } }[] } };
  return crd.spec.versions[0]?.schema.openAPIV3Schema.properties?.["spec"];
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder that has the CRDs of each release");
const facts = RELEASES.map((release) => {
  const specs = Object.entries(KINDS).map(([kind, name]) => [kind, readSpec(folder, release, name)] as const);
  return [release, Object.fromEntries(specs.flatMap(([kind, spec]) => (spec ? [[kind, reduce(spec)]] : [])))];
});
writeFileSync(
  new URL("../test/crd-facts.json", import.meta.url),
  `${JSON.stringify(Object.fromEntries(facts), undefined, 2)}\n`,
);
