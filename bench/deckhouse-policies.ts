const GROUP_VERSION = "deckhouse.io/v1alpha1";

type Fields = Readonly<Record<string, unknown>>;

/** Selects the namespaces of a team. */
const ofTeam = (team: string): Fields => ({ namespaceSelector: { labelSelector: { matchLabels: { team } } } });

const ranges = (...bounds: readonly (readonly [min: number, max: number])[]): Fields => ({
  rule: "MustRunAs",
  ranges: bounds.map(([min, max]) => ({ min, max })),
});

const OPERATION: Fields = {
  allowedRepos: ["registry.example.com", "example.com"],
  checkContainerDuplicates: true,
  checkHostNetworkDNSPolicy: true,
  disallowedImageTags: ["latest", "dev"],
  disallowedTolerations: [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }],
  imagePullPolicy: "Always",
  ingressClassNames: ["nginx"],
  maxRevisionHistoryLimit: 3,
  priorityClassNames: ["production-high", "production-low"],
  replicaLimits: { minReplicas: 1, maxReplicas: 10 },
  requiredAnnotations: { watchKinds: ["/Pod"], annotations: [{ key: "owner", allowedRegex: "^team-[a-z]+$" }] },
  requiredLabels: { watchKinds: ["/Pod"], labels: [{ key: "app", allowedRegex: "^[a-z-]+$" }] },
  requiredProbes: ["livenessProbe", "readinessProbe"],
  requiredResources: { limits: ["memory"], requests: ["cpu", "memory"] },
  storageClassNames: ["fast"],
};

const SECURITY: Fields = {
  allowHostIPC: false,
  allowHostNetwork: false,
  allowHostPID: false,
  allowPrivileged: false,
  allowPrivilegeEscalation: false,
  allowRbacWildcards: false,
  allowedAppArmor: ["runtime/default", "localhost/*"],
  allowedCapabilities: ["NET_BIND_SERVICE"],
  allowedClusterRoles: ["view"],
  allowedFlexVolumes: [{ driver: "vmware" }],
  allowedHostPaths: [{ pathPrefix: "/var/log", readOnly: true }],
  allowedHostPorts: [{ min: 8000, max: 8999 }],
  allowedProcMount: "Default",
  allowedServiceTypes: ["ClusterIP"],
  allowedUnsafeSysctls: ["net.core.somaxconn"],
  allowedVolumes: ["configMap", "emptyDir", "projected", "secret"],
  automountServiceAccountToken: false,
  blockWildcardDomains: true,
  forbiddenSysctls: ["kernel.*"],
  fsGroup: ranges([1, 65535]),
  readOnlyRootFilesystem: true,
  requiredDropCapabilities: ["ALL"],
  runAsGroup: ranges([1, 65535]),
  runAsUser: { rule: "MustRunAsNonRoot" },
  seLinux: [{ type: "container_t" }],
  seccompProfiles: { allowedProfiles: ["RuntimeDefault", "Localhost"], allowedLocalhostFiles: ["*"] },
  supplementalGroups: ranges([1, 65535]),
};

/** An OperationPolicy of Deckhouse that sets every field there is, for the namespaces of a team. */
export const fullOperationPolicy = (name: string, team: string): Fields => ({
  apiVersion: GROUP_VERSION,
  kind: "OperationPolicy",
  metadata: { name },
  spec: { enforcementAction: "Deny", match: ofTeam(team), policies: OPERATION },
});

/** A SecurityPolicy of Deckhouse that sets every field there is but for signatures, for the namespaces of a team. */
export const fullSecurityPolicy = (name: string, team: string): Fields => ({
  apiVersion: GROUP_VERSION,
  kind: "SecurityPolicy",
  metadata: { name },
  spec: { enforcementAction: "Deny", match: ofTeam(team), policies: SECURITY },
});

/** Full policies of both kinds by turns, each for another team; `team` has the first of them. */
export const fullPolicies = (count: number): readonly Fields[] =>
  Array.from({ length: count }, (_, index) => {
    const makePolicy = index % 2 === 0 ? fullOperationPolicy : fullSecurityPolicy;
    return makePolicy(`policy-${index}`, `team-${index}`);
  });
