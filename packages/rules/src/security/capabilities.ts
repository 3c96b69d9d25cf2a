import * as z from "zod/mini";
import { always, constraintKind, PODS, type PolicyValues } from "../constraint-kind.js";
import type { Release } from "../release.js";
import { allowedCapabilitiesField, restrictAdded } from "./allowed-capabilities.js";
import { judgeContainers } from "./judge-containers.js";
import { isAbsentOrEmpty, listIncludes } from "./list-value.js";
import { requireDropped, requiredDropCapabilitiesField } from "./required-drop-capabilities.js";
import { withoutAbsent } from "./without-absent.js";

const schema = z.looseObject({
  allowedCapabilities: z.optional(z.array(z.string())),
  requiredDropCapabilities: z.optional(z.array(z.string())),
});

type Parameters = z.infer<typeof schema>;

/**
 * Containers may add and must drop capabilities as listed: {@link restrictAdded} and {@link requireDropped}.
 *
 * Made     where either list is given; ALL among allowedCapabilities counts as absent while nothing has to be dropped
 */
export const capabilities = constraintKind<Parameters>({
  name: "D8AllowedCapabilities",
  fields: [allowedCapabilitiesField, requiredDropCapabilitiesField],
  objects: PODS,
  parameters: schema,
  generate: always(writeLists),
  behaviours: { "1.66": judgeBoth("1.66"), "1.76": judgeBoth("1.76"), next: judgeBoth("next") },
});

function writeLists({ allowedCapabilities: allowed, requiredDropCapabilities: required }: PolicyValues) {
  const admitsAll = listIncludes(allowed, "ALL") && isAbsentOrEmpty(required);
  const added = admitsAll ? undefined : allowed;
  if (added === undefined && required === undefined) return undefined;
  return withoutAbsent({ allowedCapabilities: added, requiredDropCapabilities: required });
}

function judgeBoth(release: Release) {
  return ({ allowedCapabilities: allowed, requiredDropCapabilities: required }: Parameters) =>
    judgeContainers(restrictAdded[release](allowed), requireDropped[release](required));
}
