import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { RuleResult } from "../rule.js";

/** `spec.policies.imagePullPolicy`: the pull policy that containers must not deviate from. */
export const imagePullPolicyField: PolicyField = {
  name: "imagePullPolicy",
  schema: always(z.enum(["Always", "IfNotPresent"])),
};

const parametersSchema = z.object({ policy: z.optional(z.string()) });

type Parameters = z.infer<typeof parametersSchema>;

/**
 * Containers must pull their images by the required policy.
 *
 * Field    spec.policies.imagePullPolicy: Always or IfNotPresent
 * Judges   Pods: spec.containers[*].imagePullPolicy; init and ephemeral containers are not looked at
 * Allowed  absent, or exactly the required policy: neither is stricter than the other, and a null is neither
 * Fix      set `imagePullPolicy` of every container to the policy that is named; without it a cluster fills in `Always` for the
 *          tag `latest` and `IfNotPresent` for others
 * Source   operation-policy: image-pull-policy
 */
export const imagePullPolicy = constraintKind<Parameters>({
  name: "D8ImagePullPolicy",
  fields: [imagePullPolicyField],
  objects: PODS,
  parameters: parametersSchema,
  generate: always(({ imagePullPolicy: policy }) => (policy === undefined ? undefined : { policy })),
  behaviours: always(requirePullPolicy),
});

function requirePullPolicy({ policy }: Parameters): ConstraintCheck {
  if (policy === undefined) return () => [];
  return ({ pod, kind, name }) => {
    const results: RuleResult[] = [];
    for (const { fields, ref } of pod.containers) {
      if (ref.list !== "containers") continue;
      const found = fields.string("imagePullPolicy") ?? fields.raw("imagePullPolicy");
      if (found === undefined || found === policy) continue;
      const value = printValue(found, "float");
      results.push({
        message: `Container <${ref.name}> in your ${kind.kind} <${name}> has invalid pull policy: <${value}>`,
        findings: [{ path: fields.path("imagePullPolicy"), container: ref, found, allowed: policy }],
      });
    }
    return results;
  };
}
