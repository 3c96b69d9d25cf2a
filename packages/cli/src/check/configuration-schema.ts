import { isVersion, LEVELS } from "@ostiary/core";
import {
  array,
  boolean,
  int,
  looseObject,
  enum as oneOf,
  type output,
  record,
  strictObject,
  string,
  toJSONSchema,
  union,
} from "zod";
import { PROFILES, RELEASES } from "./clusters.js";

const version = string()
  .refine(isVersion, "expected `latest` or a version like `v1.30`")
  .meta({ pattern: "^(latest|v1\\.(0|[1-9][0-9]*))$" });

const ranges = array(looseObject({ min: int().optional(), max: int().optional() }));

const moduleSettings = looseObject({
  podSecurityStandards: looseObject({
    defaultPolicy: oneOf(["Privileged", "Baseline", "Restricted"]).optional(),
    enforcementAction: oneOf(["Deny", "Warn", "Dryrun"]).optional(),
    policies: looseObject({ hostPorts: looseObject({ knownRanges: ranges.optional() }).optional() }).optional(),
  }).optional(),
  denyVulnerableImages: looseObject({ enabled: boolean().optional() }).optional(),
});

const labels = record(string(), string());

const podCarrier = strictObject({
  group: string().default("").describe("API group of the kind; empty for the core group"),
  kind: string().min(1).describe("the kind, e.g. `Rollout`"),
  podPath: string()
    .regex(/^[^.]+(\.[^.]+)*$/, "expected a path like `spec.template`")
    .transform((path) => path.split("."))
    .describe("where the pod's `metadata` and `spec` lie, e.g. `spec.template`"),
});

/** What `ostiary.yaml` may say. Options of the command line win over it. */
export const configurationSchema = strictObject({
  $schema: string().optional().describe("address of this schema, for editors"),
  profile: oneOf(PROFILES)
    .optional()
    .describe("whose cluster is meant: with `deckhouse` Deckhouse's own Pod Security Standards hold"),
  release: oneOf(RELEASES).optional().describe("the state of Deckhouse; default: 1.76"),
  installVersion: string()
    .optional()
    .describe(
      "the version of Deckhouse that the cluster was installed with, e.g. `v1.60.0`: it decides the default policy",
    ),
  policies: array(string().min(1)).optional().describe("files and folders of policies, from this file's folder on"),
  settings: moduleSettings
    .optional()
    .describe("the settings of Deckhouse's module, as in the `spec.settings` of its ModuleConfig"),
  level: oneOf(LEVELS).optional().describe("the level that holds for all, whatever labels of namespaces say"),
  version: version
    .optional()
    .describe("with `level`: its version; without: the version of the cluster, that is what `latest` means"),
  podSecurity: union([string().min(1), looseObject({ apiVersion: string(), kind: string() })])
    .optional()
    .describe("a PodSecurityConfiguration or an AdmissionConfiguration, or the path of a file that holds one"),
  podCarriers: array(podCarrier).optional().describe("further kinds of objects that hold pods"),
  namespace: string().min(1).optional().describe("the namespace of objects that name none"),
  namespaceLabels: labels.optional().describe("labels that every namespace has, whatever its Namespace says"),
  exclude: array(string().min(1)).optional().describe("patterns of files and folders to leave out"),
  failOn: oneOf(["deny", "warn"]).optional().describe("what makes the command fail: refused objects, or warnings too"),
}).describe("Configuration of `ostiary check`");

/** A configuration as read. `podSecurity` is then an object: a path has been followed. */
export type Configuration = Omit<output<typeof configurationSchema>, "podSecurity"> & {
  readonly podSecurity?: unknown;
};

/** The JSON Schema of the configuration, for editors. */
export const configurationJsonSchema = (): unknown => toJSONSchema(configurationSchema, { io: "input" });
