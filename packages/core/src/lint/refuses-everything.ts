import type { PerRelease } from "@ostiary/rules/deckhouse";
import type { PolicySpec } from "../deckhouse/policy-schema.js";
import { examplePod } from "./example-pod.js";
import { fieldPath, type LintRule } from "./lint-rule.js";

type Policies = PolicySpec["policies"];

/** A field that nothing can satisfy. */
interface Unsatisfiable {
  readonly field: string;
  isUnsatisfiable(policies: Policies): boolean;
  readonly message: string;
  /** An object that one would think harmless. */
  readonly object: object;
}

const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "example" },
  spec: { replicas: 2, template: examplePod() },
};

const hostNetwork: Unsatisfiable = {
  field: "allowHostNetwork",
  isUnsatisfiable: ({ allowHostNetwork, allowedHostPorts }) =>
    allowHostNetwork === false && allowedHostPorts === undefined,
  message: "`allowHostNetwork: false` without `allowedHostPorts` refuses every pod in release 1.76",
  object: examplePod(),
};

const replicaLimits: Unsatisfiable = {
  field: "replicaLimits",
  isUnsatisfiable: ({ replicaLimits: limits }) =>
    typeof limits === "object" && limits !== null && Object.values(limits).every((limit) => limit === 0),
  message: "`replicaLimits` without a bound refuses every Deployment; 0 counts as none",
  object: deployment,
};

const crossedLimits: Unsatisfiable = {
  field: "replicaLimits",
  isUnsatisfiable: ({ replicaLimits: limits }) => {
    const { minReplicas, maxReplicas }: { minReplicas?: number; maxReplicas?: number } = Object(limits);
    return Boolean(minReplicas && maxReplicas && minReplicas > maxReplicas);
  },
  message: "`minReplicas` is greater than `maxReplicas`: every Deployment is refused",
  object: deployment,
};

const UNSATISFIABLE: PerRelease<readonly Unsatisfiable[]> = {
  "1.66": [crossedLimits],
  "1.76": [hostNetwork, replicaLimits, crossedLimits],
  next: [replicaLimits, crossedLimits],
};

/** A field that refuses every object that it is about. */
export const refusesEverything: LintRule = {
  code: "refuses-everything",
  find: ({ policy, release }) =>
    UNSATISFIABLE[release]
      .filter(({ isUnsatisfiable }) => isUnsatisfiable(policy.spec.policies))
      .map(({ field, message, object }) => ({
        message,
        path: fieldPath(field),
        evidence: { object, outcome: "refused" },
      })),
};
