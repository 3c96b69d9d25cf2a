import type { Measure } from "./policy-evidence.js";

/** An object about which the releases of Deckhouse disagree, and by what it is judged. */
export interface ReleaseCase extends Measure {
  readonly title: string;
  readonly object: object;
}

const policy = (kind: string, policies: object, spec: object = {}): object => ({
  apiVersion: "deckhouse.io/v1alpha1",
  kind,
  metadata: { name: "example" },
  spec: { match: { namespaceSelector: { matchNames: ["default"] } }, ...spec, policies },
});
const operation = (policies: object, spec?: object): readonly object[] => [policy("OperationPolicy", policies, spec)];

/** What forbids where it is absent, in some release. */
const OPEN = {
  allowPrivileged: true,
  allowPrivilegeEscalation: true,
  allowHostIPC: true,
  allowHostPID: true,
  allowHostNetwork: true,
};
const security = (policies: object): readonly object[] => [policy("SecurityPolicy", { ...OPEN, ...policies })];

const pod = (spec: object = {}, container: object = {}, labels: object = {}): object => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "example", ...(Object.keys(labels).length > 0 && { labels }) },
  spec: { containers: [{ name: "app", image: "example.com/app:1.0", ...container }], ...spec },
});
const secured = (securityContext: object): object => pod({}, { securityContext });
const withSysctl = (name: string): object => pod({ securityContext: { sysctls: [{ name, value: "1" }] } });
const deployment = (replicas: number): object => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "example" },
  spec: { replicas, template: { spec: { containers: [{ name: "app", image: "example.com/app:1.0" }] } } },
});
const exception = (spec: object): object => ({
  apiVersion: "deckhouse.io/v1alpha1",
  kind: "SecurityPolicyException",
  metadata: { name: "example", namespace: "default" },
  spec,
});
const EXCEPTION_LABEL = "security.deckhouse.io/security-policy-exception";
const restrictedContainer = {
  securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: ["ALL"] } },
};

/** Objects about which the releases disagree: the small differences that decide. */
export const RELEASE_CASES: readonly ReleaseCase[] = [
  {
    title: "restricted, no seccomp profile at all",
    level: "restricted",
    object: pod({}, restrictedContainer),
  },
  {
    title: "baseline, an AppArmor profile in the field of a container",
    level: "baseline",
    object: secured({ appArmorProfile: { type: "Unconfined" } }),
  },
  { title: "baseline, an SELinux level", level: "baseline", object: secured({ seLinuxOptions: { level: "s0" } }) },
  {
    title: "baseline, an SELinux type of privileged containers",
    level: "baseline",
    object: secured({ seLinuxOptions: { type: "spc_t" } }),
  },
  {
    title: "baseline, a sysctl that became safe later",
    level: "baseline",
    object: withSysctl("net.ipv4.tcp_keepalive_time"),
  },
  { title: "baseline, an unsafe sysctl", level: "baseline", object: withSysctl("kernel.msgmax") },
  {
    title: "baseline, an exception for the node's processes",
    level: "baseline",
    policies: [exception({ network: { hostPID: { allowedValue: true } } })],
    object: pod({ hostPID: true }, {}, { [EXCEPTION_LABEL]: "example" }),
  },
  {
    title: "baseline, an exception for one container",
    level: "baseline",
    policies: [exception({ securityContext: { privileged: { allowedValue: true } } })],
    object: pod({}, { securityContext: { privileged: true } }, { [`${EXCEPTION_LABEL}.container.app`]: "example" }),
  },
  { title: "an empty list of registries", policies: operation({ allowedRepos: [] }), object: pod() },
  { title: "limits of replicas without numbers", policies: operation({ replicaLimits: {} }), object: deployment(3) },
  {
    title: "limits of replicas that only warn",
    policies: operation({ replicaLimits: { minReplicas: 2 } }, { enforcementAction: "Warn" }),
    object: deployment(1),
  },
  {
    title: "a toleration that is not allowed",
    policies: operation({ disallowedTolerations: [{ key: "dedicated" }] }),
    object: pod({ tolerations: [{ key: "dedicated", operator: "Exists" }] }),
  },
  {
    title: "an empty list of host paths",
    policies: security({ allowedHostPaths: [] }),
    object: pod({ volumes: [{ name: "data", hostPath: { path: "/var/log" } }] }),
  },
  {
    title: "the node's IPC allowed, its processes not",
    policies: security({ allowHostPID: false }),
    object: pod({ hostIPC: true }),
  },
  {
    title: "the node's network allowed, and ports",
    policies: security({ allowedHostPorts: [{ min: 8000, max: 8999 }] }),
    object: pod({ hostNetwork: true }),
  },
  {
    title: "nothing said of the node's processes",
    policies: security({ allowHostPID: undefined }),
    object: pod({ hostPID: true }),
  },
  {
    title: "the node's network forbidden, nothing said of ports, a pod without either",
    policies: security({ allowHostNetwork: false }),
    object: pod(),
  },
  {
    title: "the node's network forbidden, nothing said of ports, a pod on that network",
    policies: security({ allowHostNetwork: false }),
    object: pod({ hostNetwork: true }),
  },
  {
    title: "the SELinux type of the built-in standard alone",
    policies: security({ seLinux: [{ type: "" }] }),
    object: secured({ seLinuxOptions: { type: "spc_t" } }),
  },
  {
    title: "a list of allowed sysctls alone",
    policies: security({ allowedUnsafeSysctls: ["net.*"] }),
    object: withSysctl("kernel.msgmax"),
  },
  {
    title: "an AppArmor profile in the field of the pod",
    policies: security({ allowedAppArmor: ["runtime/default"] }),
    object: pod({ securityContext: { appArmorProfile: { type: "Unconfined" } } }),
  },
  {
    title: "a Service of a type that is not allowed",
    policies: security({ allowedServiceTypes: ["ClusterIP"] }),
    object: { apiVersion: "v1", kind: "Service", metadata: { name: "example" }, spec: { type: "NodePort" } },
  },
  {
    title: "an empty list of volumes",
    policies: security({ allowedVolumes: [] }),
    object: pod({ volumes: [{ name: "data", emptyDir: {} }] }),
  },
  {
    title: "an empty list of seccomp profiles",
    policies: security({ seccompProfiles: { allowedProfiles: [], allowedLocalhostFiles: [] } }),
    object: pod(),
  },
];
