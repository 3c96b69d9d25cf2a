import * as z from "zod/mini";
import {
  always,
  type ConstraintCheck,
  constraintKind,
  type PolicyField,
  type PolicyValues,
} from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";

/** `spec.policies.replicaLimits`: how many replicas a Deployment may have. */
export const replicaLimitsField: PolicyField = {
  name: "replicaLimits",
  schema: always(z.strictObject({ minReplicas: z.optional(z.int()), maxReplicas: z.optional(z.int()) })),
};

// What else a constraint's parameters hold is kept, for the message shows them whole.
const rangeSchema = z.looseObject({ minReplicas: z.optional(z.int()), maxReplicas: z.optional(z.int()) });
const parametersSchema = z.looseObject({ ranges: z.optional(z.array(rangeSchema)) });

type Range = z.infer<typeof rangeSchema>;
type Parameters = z.infer<typeof parametersSchema>;

/**
 * Deployments must have a number of replicas within the limits.
 *
 * Field    spec.policies.replicaLimits: minReplicas and maxReplicas, integers, inclusive; 0 equals absent
 * Judges   apps Deployments: spec.replicas; changes through the scale subresource never get here
 * Allowed  a number within the limits; an absent one is refused, an object without spec is not judged
 * Empty    no constraint in 1.66; limits without either number refuse every Deployment in 1.76 and next
 * Releases 1.66 makes the constraint without the policy's action, so that it denies
 * Fix      set `spec.replicas` within the limits; a HorizontalPodAutoscaler needs the same bounds, as its changes are not
 *          judged
 * Source   operation-policy: replica-limits
 */
export const replicaLimits = constraintKind<Parameters>({
  name: "D8ReplicaLimits",
  fields: [replicaLimitsField],
  objects: [{ apiGroups: ["apps"], kinds: ["Deployment"] }],
  parameters: parametersSchema,
  generate: {
    "1.66": (values) => {
      const range = writeRange(values);
      return range === undefined || Object.keys(range).length === 0 ? undefined : { ranges: [range] };
    },
    "1.76": writeRanges,
    next: writeRanges,
  },
  behaviours: always(limitReplicas),
});

function writeRanges(values: PolicyValues): Json | undefined {
  const range = writeRange(values);
  return range && { ranges: [range] };
}

/** The bounds of a policy, but for those that are 0. */
function writeRange({ replicaLimits: field }: PolicyValues): { readonly [name: string]: Json } | undefined {
  const range = rangeSchema.safeParse(field).data;
  if (range === undefined) return undefined;
  const { minReplicas = 0, maxReplicas = 0 } = range;
  return { ...(minReplicas !== 0 && { minReplicas }), ...(maxReplicas !== 0 && { maxReplicas }) };
}

function limitReplicas(parameters: Parameters): ConstraintCheck {
  const { ranges = [] } = parameters;
  // What has been read from JSON is JSON.
  const list = printValue(parameters as Json, "exact");
  return ({ object, kind, name }) => {
    if (object.raw("spec") === undefined) return [];
    const spec = object.object("spec");
    const found = spec.integer("replicas", 32);
    if (found !== undefined && ranges.some((range) => isWithin(range, found))) return [];
    return [
      {
        message: `The provided number of replicas is not allowed for ${kind.kind}: ${name}. Allowed ranges: ${list}`,
        findings: [{ path: spec.path("replicas"), found, allowed: ranges as Json }],
      },
    ];
  };
}

function isWithin({ minReplicas, maxReplicas }: Range, replicas: number | bigint): boolean {
  if (minReplicas === undefined && maxReplicas === undefined) return false;
  return replicas >= (minReplicas ?? Number.NEGATIVE_INFINITY) && replicas <= (maxReplicas ?? Number.POSITIVE_INFINITY);
}
