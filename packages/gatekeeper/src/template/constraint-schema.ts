import type { Json } from "@ostiary/core";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { readSchema } from "../schema/read-schema.js";

const TEXT: Json = { type: "string" };

const listOf = (items: Json): Json => ({ type: "array", items });

const objectOf = (properties: { readonly [name: string]: Json }): Json => ({ type: "object", properties });

const LABEL_SELECTOR: Json = objectOf({
  matchExpressions: listOf({
    type: "object",
    properties: { key: TEXT, operator: TEXT, values: listOf(TEXT) },
    required: ["key", "operator"],
  }),
  matchLabels: { type: "object", additionalProperties: TEXT },
});

const OLD_GLOB: Json = { type: "string", pattern: "^(\\*|\\*-)?[a-z0-9]([-:a-z0-9]*[a-z0-9])?(\\*|-\\*)?$" };
const GLOB: Json = { type: "string", pattern: "^\\*?[-:a-z0-9]*\\*?$" };

/** The schema of `spec.match`. */
const matchSchema = (release: GatekeeperRelease): Json => {
  const glob = isSince(release, "3.16") ? GLOB : OLD_GLOB;
  return objectOf({
    excludedNamespaces: listOf(glob),
    kinds: listOf(objectOf({ apiGroups: listOf(TEXT), kinds: listOf(TEXT) })),
    labelSelector: LABEL_SELECTOR,
    name: glob,
    namespaceSelector: LABEL_SELECTOR,
    namespaces: listOf(glob),
    scope: TEXT,
    source: { type: "string", enum: ["All", "Generated", "Original"] },
  });
};

const actionFields = (release: GatekeeperRelease): { readonly [name: string]: Json } => {
  if (!isSince(release, "3.17")) return { enforcementAction: TEXT };
  const points = listOf(objectOf({ name: TEXT }));
  return {
    enforcementAction: { type: "string", default: "deny" },
    scopedEnforcementActions: listOf(objectOf({ action: TEXT, enforcementPoints: points })),
  };
};

/**
 * The schema of the constraints of a template, as the generated CustomResourceDefinition has it.
 *
 * @param parameters - the schema of `spec.parameters`; without one that field is unknown
 * @source open-policy-agent/frameworks, constraint/pkg/client/crds/schema.go; gatekeeper, pkg/target/matchcrd_constant.go
 */
export const constraintSchema = (parameters: JsonSchema | undefined, release: GatekeeperRelease): JsonSchema => {
  const fields = readSchema(objectOf({ match: matchSchema(release), ...actionFields(release) })).properties ?? [];
  const properties = new Map([...fields, ...(parameters === undefined ? [] : [["parameters", parameters] as const])]);
  const metadata = readSchema(objectOf({ name: { type: "string", maxLength: 63 } }));
  const spec: JsonSchema = { type: "object", properties };
  return {
    type: "object",
    properties: new Map<string, JsonSchema>([
      ["metadata", metadata],
      ["spec", spec],
      ["status", { preserveUnknownFields: true }],
    ]),
  };
};
