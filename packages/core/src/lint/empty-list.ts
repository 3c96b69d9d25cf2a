import type { Policy } from "../deckhouse/generate-constraints.js";
import { POLICY_KINDS } from "../deckhouse/policy-schema.js";
import { exampleObject } from "./example-object.js";
import { examplePod, exampleSecured } from "./example-pod.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";
import { decideEverywhere } from "./try-out.js";
import { valueAt } from "./value-at.js";

/** A list, and an object that one that allows nothing would refuse. */
interface EmptyList {
  readonly field: string;
  /** Where the field has the list, if it is none itself. */
  readonly part?: string;
  readonly object: object;
  /** What the empty list does where it refuses the object. Default: it allows nothing. */
  readonly refuses?: string;
}

const withVolume = (volume: object): object => examplePod({}, { volumes: [{ name: "data", ...volume }] });

const LISTS: readonly EmptyList[] = [
  { field: "allowedRepos", object: examplePod() },
  {
    field: "disallowedImageTags",
    object: examplePod({ image: "registry.example.com/app" }),
    refuses: "still refuses images without a tag",
  },
  { field: "priorityClassNames", object: examplePod({}, { priorityClassName: "high" }) },
  {
    field: "ingressClassNames",
    object: exampleObject("networking.k8s.io/v1", "Ingress", { spec: { ingressClassName: "nginx" } }),
  },
  {
    field: "storageClassNames",
    object: exampleObject("v1", "PersistentVolumeClaim", { spec: { storageClassName: "fast" } }),
  },
  { field: "allowedHostPaths", object: withVolume({ hostPath: { path: "/" } }) },
  { field: "allowedHostPorts", object: examplePod({ ports: [{ containerPort: 80, hostPort: 80 }] }) },
  { field: "allowedVolumes", object: withVolume({ hostPath: { path: "/" } }) },
  { field: "allowedCapabilities", object: exampleSecured({ capabilities: { add: ["SYS_ADMIN"], drop: ["ALL"] } }) },
  {
    field: "requiredDropCapabilities",
    object: exampleSecured({ capabilities: undefined }),
    refuses: "demands that `ALL` is dropped, and that nothing is added",
  },
  {
    field: "allowedAppArmor",
    object: {
      ...examplePod(),
      metadata: {
        name: "example",
        annotations: { "container.apparmor.security.beta.kubernetes.io/app": "unconfined" },
      },
    },
  },
  { field: "allowedFlexVolumes", object: withVolume({ flexVolume: { driver: "example/driver" } }) },
  {
    field: "allowedUnsafeSysctls",
    object: examplePod({}, { securityContext: { sysctls: [{ name: "kernel.msgmax", value: "1" }] } }),
  },
  { field: "seLinux", object: exampleSecured({ seLinuxOptions: { type: "spc_t" } }) },
  { field: "seccompProfiles", part: "allowedProfiles", object: examplePod() },
  {
    field: "allowedClusterRoles",
    object: exampleObject("rbac.authorization.k8s.io/v1", "RoleBinding", {
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
    }),
  },
  { field: "allowedServiceTypes", object: exampleObject("v1", "Service", { spec: { type: "NodePort" } }) },
];

/** The kind of constraint that a field makes. */
const constraintOf = ({ kind }: Policy, field: string): string | undefined =>
  POLICY_KINDS[kind].find(({ fields }) => fields.some(({ name }) => name === field))?.name;

/** An empty list means all or nothing, by the release, and the documentation says otherwise. */
export const emptyList: LintRule = {
  code: "empty-list",
  find: ({ policy, release }) =>
    LISTS.flatMap(({ field, part, object, refuses = "allows nothing" }): readonly LintFinding[] => {
      const path = part === undefined ? [field] : [field, part];
      const value = valueAt(policy.spec.policies, path);
      if (!Array.isArray(value) || value.length > 0) return [];
      const { violations } = decideEverywhere(object, [policy], release);
      const own = constraintOf(policy, field);
      const outcome = violations.some(({ constraint }) => constraint?.kind === own) ? "refused" : "admitted";
      const does = outcome === "refused" ? refuses : "restricts nothing";
      const message = `an empty \`${path.join(".")}\` ${does} in release ${release}`;
      return [{ message, path: fieldPath(...path), evidence: { object, outcome } }];
    }),
};
