import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import type { RuleResult } from "../rule.js";
import { isGiven } from "./is-given.js";

/** `spec.policies.requiredProbes`: the probes that containers must have. */
export const requiredProbesField: PolicyField = {
  name: "requiredProbes",
  schema: always(z.array(z.enum(["livenessProbe", "readinessProbe", "startupProbe"]))),
};

const parametersSchema = z.object({ probes: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof parametersSchema>;

/**
 * Containers must have the listed probes.
 *
 * Field    spec.policies.requiredProbes: list of livenessProbe, readinessProbe, startupProbe
 * Judges   Pods: spec.containers[*].{livenessProbe,readinessProbe,startupProbe}; those of jobs too; sidecars are init
 *          containers and are not looked at
 * Allowed  any probe, also an empty one; `false` counts as none
 * Empty    no constraint in 1.66; requires nothing in 1.76 and next
 * Fix      give every container the probes that are named: `livenessProbe` to be restarted, `readinessProbe` to get requests,
 *          `startupProbe` for a slow start; jobs belong in namespaces that the policy leaves out
 * Source   operation-policy: required-probes
 */
export const requiredProbes = constraintKind<Parameters>({
  name: "D8RequiredProbes",
  fields: [requiredProbesField],
  objects: PODS,
  parameters: parametersSchema,
  generate: always(({ requiredProbes: probes }) => (probes === undefined ? undefined : { probes })),
  behaviours: always(requireProbes),
});

function requireProbes({ probes }: Parameters): ConstraintCheck {
  return ({ pod, kind, name }) => {
    const results: RuleResult[] = [];
    for (const { fields, ref } of pod.containers) {
      if (ref.list !== "containers") continue;
      for (const probe of probes) {
        // Read as the object that it should be, so that a value of another type does not go unnoticed.
        if (fields.has(probe) || isGiven(fields, probe)) continue;
        results.push({
          message: `Container <${ref.name}> in your <${kind.kind}> <${name}> has no <${probe}>`,
          findings: [{ path: fields.path(probe), container: ref, found: fields.raw(probe) }],
        });
      }
    }
    return results;
  };
}
