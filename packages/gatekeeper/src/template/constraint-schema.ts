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
const matchSchema = (glob: Json): JsonSchema =>
  readSchema(
    objectOf({
      excludedNamespaces: listOf(glob),
      kinds: listOf(objectOf({ apiGroups: listOf(TEXT), kinds: listOf(TEXT) })),
      labelSelector: LABEL_SELECTOR,
      name: glob,
      namespaceSelector: LABEL_SELECTOR,
      namespaces: listOf(glob),
      scope: TEXT,
      source: { type: "string", enum: ["All", "Generated", "Original"] },
    }),
  );

// All templates of a release share what is not of their own.
const MATCH = /* @__PURE__ */ matchSchema(GLOB);
const OLD_MATCH = /* @__PURE__ */ matchSchema(OLD_GLOB);

type Fields = readonly (readonly [name: string, schema: JsonSchema])[];

const OLD_ACTIONS: Fields = [["enforcementAction", { type: "string" }]];
const ACTIONS: Fields = [
  ["enforcementAction", { type: "string", default: "deny" }],
  [
    "scopedEnforcementActions",
    /* @__PURE__ */ readSchema(listOf(objectOf({ action: TEXT, enforcementPoints: listOf(objectOf({ name: TEXT })) }))),
  ],
];

const METADATA = /* @__PURE__ */ readSchema(objectOf({ name: { type: "string", maxLength: 63 } }));
const STATUS: JsonSchema = { preserveUnknownFields: true };

/**
 * The schema of the constraints of a template, as the generated CustomResourceDefinition has it.
 *
 * @param parameters - the schema of `spec.parameters`; without one that field is unknown
 * @source open-policy-agent/frameworks, constraint/pkg/client/crds/schema.go; gatekeeper, pkg/target/matchcrd_constant.go
 */
export const constraintSchema = (parameters: JsonSchema | undefined, release: GatekeeperRelease): JsonSchema => {
  const properties = new Map<string, JsonSchema>([
    ["match", isSince(release, "3.16") ? MATCH : OLD_MATCH],
    ...(isSince(release, "3.17") ? ACTIONS : OLD_ACTIONS),
    ...(parameters === undefined ? [] : [["parameters", parameters] as const]),
  ]);
  return {
    type: "object",
    properties: new Map<string, JsonSchema>([
      ["metadata", METADATA],
      ["spec", { type: "object", properties }],
      ["status", STATUS],
    ]),
  };
};
