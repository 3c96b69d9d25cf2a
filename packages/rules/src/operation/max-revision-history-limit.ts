import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";

/** `spec.policies.maxRevisionHistoryLimit`: how many old revisions workloads may keep at most. */
export const maxRevisionHistoryLimitField: PolicyField = { name: "maxRevisionHistoryLimit", schema: always(z.int()) };

const parametersSchema = z.object({ limit: z.optional(z.int()) });

type Parameters = z.infer<typeof parametersSchema>;

/**
 * Workloads must not keep more old revisions than a limit.
 *
 * Field    spec.policies.maxRevisionHistoryLimit: integer; 0 and negative ones are limits too
 * Judges   apps DaemonSets and Deployments: spec.revisionHistoryLimit
 * Allowed  absent, or at most the limit
 * Fix      lower `spec.revisionHistoryLimit` to the limit, or remove it where the limit is 10 or more: a cluster fills in 10
 * Source   operation-policy: max-revision-history-limit
 */
export const maxRevisionHistoryLimit = constraintKind<Parameters>({
  name: "D8RevisionHistoryLimit",
  fields: [maxRevisionHistoryLimitField],
  objects: [{ apiGroups: ["apps"], kinds: ["DaemonSet", "Deployment"] }],
  parameters: parametersSchema,
  generate: always(({ maxRevisionHistoryLimit: limit }) => (limit === undefined ? undefined : { limit })),
  behaviours: always(limitRevisions),
});

function limitRevisions({ limit }: Parameters): ConstraintCheck {
  return ({ object, kind, name }) => {
    const spec = object.object("spec");
    const found = spec.integer("revisionHistoryLimit", 32) ?? spec.raw("revisionHistoryLimit");
    if (found === undefined || limit === undefined || !exceeds(found, limit)) return [];
    const current = printValue(found, "float");
    return [
      {
        message: `${kind.kind} <${name}> has .spec.revisionHistoryLimit: ${current}, required: ${limit}`,
        findings: [{ path: spec.path("revisionHistoryLimit"), found, allowed: limit }],
      },
    ];
  };
}

/** The rule language orders values of different types: strings, lists and objects come after all numbers. */
function exceeds(value: Json, limit: number): boolean {
  if (typeof value === "number" || typeof value === "bigint") return value > limit;
  return typeof value === "string" || (typeof value === "object" && value !== null);
}
