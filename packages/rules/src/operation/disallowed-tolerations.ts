import * as z from "zod/mini";
import { type ConstraintCheck, constraintKind, PODS, type PolicyField, type PolicyValues } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";

const FIELDS = ["key", "operator", "value", "effect"] as const;

const schema = z.array(
  z.strictObject({
    key: z.optional(z.string()),
    operator: z.optional(z.enum(["Exists", "Equal"])),
    value: z.optional(z.string()),
    effect: z.optional(z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"])),
  }),
);

/** `spec.policies.disallowedTolerations`: the tolerations that pods must not have. */
export const disallowedTolerationsField: PolicyField = {
  name: "disallowedTolerations",
  schema: { "1.66": undefined, "1.76": schema, next: schema },
};

const entrySchema = z.object({
  key: z.optional(z.string()),
  operator: z.optional(z.string()),
  value: z.optional(z.string()),
  effect: z.optional(z.string()),
});
const parametersSchema = z.object({ tolerations: z._default(z.array(entrySchema), []) });

type Entry = z.infer<typeof entrySchema>;
type Parameters = z.infer<typeof parametersSchema>;

/** What Kubernetes gives to every pod. */
const GIVEN_BY_KUBERNETES: readonly (string | undefined)[] = [
  "node.kubernetes.io/not-ready",
  "node.kubernetes.io/unreachable",
];

/**
 * Pods must not have a listed toleration.
 *
 * Field    spec.policies.disallowedTolerations: list of key, operator, value, effect
 * Judges   Pods: spec.tolerations[*], but for those of effect NoExecute with key node.kubernetes.io/not-ready or
 *          node.kubernetes.io/unreachable
 * Allowed  a toleration that differs from each entry in a field which the entry has; nothing is defaulted, so that an entry
 *          with operator Equal is not met by a toleration without operator; an entry without fields is met by every one
 * Empty    no constraint
 * Releases not in 1.66
 * Fix      remove the toleration; a workload that has to run on such nodes belongs in a namespace that the policy leaves out
 * Source   operation-policy: disallowed-tolerations
 */
export const disallowedTolerations = constraintKind<Parameters>({
  name: "D8DisallowedTolerations",
  fields: [disallowedTolerationsField],
  objects: PODS,
  parameters: parametersSchema,
  generate: { "1.66": undefined, "1.76": writeTolerations, next: writeTolerations },
  behaviours: { "1.66": undefined, "1.76": forbidTolerations, next: forbidTolerations },
});

function writeTolerations({ disallowedTolerations: tolerations }: PolicyValues): Json | undefined {
  const isEmpty = Array.isArray(tolerations) && tolerations.length === 0;
  return tolerations === undefined || isEmpty ? undefined : { tolerations };
}

function forbidTolerations({ tolerations: entries }: Parameters): ConstraintCheck {
  return ({ pod, kind, name }) => {
    if (kind.kind !== "Pod") return [];
    const tolerations = pod.spec.objects("tolerations").filter((toleration) => !isGivenByKubernetes(toleration));
    return entries.flatMap((entry) => {
      const matching = tolerations.filter((toleration) => matches(toleration, entry));
      if (matching.length === 0) return [];
      // What has been read from JSON is JSON.
      const message = `Pod <${name}> has a disallowed toleration matching ${printValue(entry as Json, "exact")}`;
      return [{ message, findings: matching.map((found) => ({ path: found.path(), found: describe(found) })) }];
    });
  };
}

function isGivenByKubernetes(toleration: ObjectView): boolean {
  return toleration.string("effect") === "NoExecute" && GIVEN_BY_KUBERNETES.includes(toleration.string("key"));
}

function matches(toleration: ObjectView, entry: Entry): boolean {
  return FIELDS.every((field) => entry[field] === undefined || entry[field] === toleration.string(field));
}

function describe(toleration: ObjectView): Json {
  const fields = FIELDS.map((field) => [field, toleration.string(field)] as const);
  return Object.fromEntries(fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}
