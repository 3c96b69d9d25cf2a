import type { Json } from "@ostiary/core";
import { EXPANSION_GROUP, readExpansionTemplate } from "../expansion/expansion-template.js";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import type { Fault } from "../outcome.js";
import { listOf, objectFields, struct, TEXT, TEXTS } from "../schema/go-decode.js";
import { decodeResource, type ResourceKind } from "./decode-resource.js";

const APPLY_TO = struct("match.ApplyTo", () => ({ groups: TEXTS, kinds: TEXTS, versions: TEXTS }));

const EXPANSION_TEMPLATE: ResourceKind = {
  group: EXPANSION_GROUP,
  kind: "ExpansionTemplate",
  versions: ["v1alpha1", "v1beta1"],
  type: (version) => {
    const generatedGVK = struct(`${version}.GeneratedGVK`, () => ({ group: TEXT, kind: TEXT, version: TEXT }));
    const spec = struct(`${version}.ExpansionTemplateSpec`, () => ({
      applyTo: listOf("match.ApplyTo", APPLY_TO),
      enforcementAction: TEXT,
      generatedGVK,
      templateSource: TEXT,
    }));
    return struct(`${version}.ExpansionTemplate`, () => objectFields({ spec }));
  },
};

/**
 * Finds what the validating webhook has against an ExpansionTemplate.
 *
 * @source gatekeeper, pkg/webhook/policy.go, validateExpansionTemplate
 */
export const findExpansionFault = (document: Json, release: GatekeeperRelease): Fault | undefined => {
  const decoded = decodeResource(document, [EXPANSION_TEMPLATE]);
  if (!decoded.ok) return decoded.error;
  const template = readExpansionTemplate(document, release);
  return template.ok ? undefined : template.error;
};
