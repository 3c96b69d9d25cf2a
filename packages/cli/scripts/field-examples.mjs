// For every field of a policy: a value, and objects that pass and fail under it in every release that has the field.

/** A pod with one container. */
const pod = (container = {}, spec = {}, metadata = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "example", ...metadata },
  spec: { ...spec, containers: [{ name: "app", image: "example.com/app:1.0", ...container }] },
});
const secured = (securityContext) => pod({ securityContext });
const securedPod = (securityContext) => pod({}, { securityContext });
const withVolume = (volume, readOnly) =>
  pod(
    { volumeMounts: [{ name: "data", mountPath: "/data", ...(readOnly && { readOnly }) }] },
    {
      volumes: [{ name: "data", ...volume }],
    },
  );
const object = (apiVersion, kind, content) => ({ apiVersion, kind, metadata: { name: "example" }, ...content });
const deployment = (spec) => {
  const { metadata, ...podSpec } = pod();
  return object("apps/v1", "Deployment", { spec: { ...spec, template: { metadata: {}, spec: podSpec.spec } } });
};
const ingress = (spec) => object("networking.k8s.io/v1", "Ingress", { spec });
const claim = (storageClassName) => object("v1", "PersistentVolumeClaim", { spec: { storageClassName } });
const service = (type) => object("v1", "Service", { spec: { type, ports: [{ port: 80 }] } });
const role = (verb) =>
  object("rbac.authorization.k8s.io/v1", "Role", {
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: [verb] }],
  });
const binding = (name) =>
  object("rbac.authorization.k8s.io/v1", "RoleBinding", {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
    subjects: [{ kind: "User", name: "jane" }],
  });
const probe = { httpGet: { path: "/healthz", port: 8080 } };
const ids = { rule: "MustRunAs", ranges: [{ min: 1000, max: 1999 }] };
const labelled = (labels) => pod({}, {}, { labels });
const annotated = (annotations) => pod({}, {}, { annotations });
const tolerating = (key) => pod({}, { tolerations: [{ key, operator: "Exists" }] });

/** By the field's name: its value, an object that passes, one that fails. */
export const FIELD_EXAMPLES = {
  allowedRepos: [["example.com/"], pod(), pod({ image: "example.com.evil.io/app:1.0" })],
  requiredResources: [
    { limits: ["memory"], requests: ["cpu"] },
    pod({ resources: { limits: { memory: "64Mi" }, requests: { cpu: "100m" } } }),
    pod({ resources: { requests: { cpu: "100m" } } }),
  ],
  disallowedImageTags: [["latest"], pod(), pod({ image: "example.com/app:latest" })],
  disallowedTolerations: [
    [{ key: "node-role.kubernetes.io/control-plane" }],
    tolerating("dedicated"),
    tolerating("node-role.kubernetes.io/control-plane"),
  ],
  requiredLabels: [
    { labels: [{ key: "team", allowedRegex: "^[a-z]+$" }], watchKinds: ["/Pod"] },
    labelled({ team: "payments" }),
    labelled({ team: "Payments" }),
  ],
  requiredAnnotations: [
    { annotations: [{ key: "owner" }], watchKinds: ["/Pod"] },
    annotated({ owner: "jane" }),
    annotated({ other: "jane" }),
  ],
  requiredProbes: [
    ["livenessProbe", "readinessProbe"],
    pod({ livenessProbe: probe, readinessProbe: probe }),
    pod({ livenessProbe: probe }),
  ],
  maxRevisionHistoryLimit: [3, deployment({ revisionHistoryLimit: 3 }), deployment({ revisionHistoryLimit: 10 })],
  priorityClassNames: [["high"], pod({}, { priorityClassName: "high" }), pod({}, { priorityClassName: "low" })],
  ingressClassNames: [["nginx"], ingress({ ingressClassName: "nginx" }), ingress({ ingressClassName: "haproxy" })],
  storageClassNames: [["ssd"], claim("ssd"), claim("hdd")],
  imagePullPolicy: ["Always", pod({ imagePullPolicy: "Always" }), pod({ imagePullPolicy: "IfNotPresent" })],
  checkHostNetworkDNSPolicy: [
    true,
    pod({}, { hostNetwork: true, dnsPolicy: "ClusterFirstWithHostNet" }),
    pod({}, { hostNetwork: true, dnsPolicy: "ClusterFirst" }),
  ],
  checkContainerDuplicates: [
    true,
    pod({ env: [{ name: "MODE", value: "a" }] }),
    pod({
      env: [
        { name: "MODE", value: "a" },
        { name: "MODE", value: "b" },
      ],
    }),
  ],
  replicaLimits: [{ minReplicas: 2, maxReplicas: 5 }, deployment({ replicas: 3 }), deployment({ replicas: 1 })],
  allowedHostPaths: [
    [{ pathPrefix: "/var/log", readOnly: true }],
    withVolume({ hostPath: { path: "/var/log/app" } }, true),
    withVolume({ hostPath: { path: "/var/logs" } }, true),
  ],
  allowHostIPC: [false, pod(), pod({}, { hostIPC: true })],
  allowHostPID: [false, pod(), pod({}, { hostPID: true })],
  allowHostNetwork: [false, pod(), pod({}, { hostNetwork: true }), { allowedHostPorts: [{ min: 0, max: 0 }] }],
  allowedHostPorts: [
    [{ min: 8000, max: 8999 }],
    pod({ ports: [{ containerPort: 8080, hostPort: 8080 }] }),
    pod({ ports: [{ containerPort: 80, hostPort: 80 }] }),
  ],
  allowRbacWildcards: [false, role("get"), role("*")],
  allowPrivileged: [false, pod(), secured({ privileged: true })],
  allowPrivilegeEscalation: [
    false,
    secured({ allowPrivilegeEscalation: false }),
    secured({ allowPrivilegeEscalation: true }),
  ],
  allowedProcMount: ["Default", secured({ procMount: "Default" }), secured({ procMount: "Unmasked" })],
  allowedCapabilities: [
    ["CHOWN"],
    secured({ capabilities: { add: ["CHOWN"] } }),
    secured({ capabilities: { add: ["NET_ADMIN"] } }),
  ],
  requiredDropCapabilities: [["ALL"], secured({ capabilities: { drop: ["ALL"] } }), pod()],
  allowedAppArmor: [
    ["runtime/default"],
    pod(),
    annotated({ "container.apparmor.security.beta.kubernetes.io/app": "unconfined" }),
  ],
  allowedFlexVolumes: [
    [{ driver: "example.com/lvm" }],
    withVolume({ flexVolume: { driver: "example.com/lvm" } }),
    withVolume({ flexVolume: { driver: "example.com/nfs" } }),
  ],
  allowedUnsafeSysctls: [
    ["net.*"],
    securedPod({ sysctls: [{ name: "net.core.somaxconn", value: "1024" }] }),
    securedPod({ sysctls: [{ name: "kernel.msgmax", value: "65536" }] }),
    { forbiddenSysctls: [] },
  ],
  forbiddenSysctls: [
    ["kernel.*"],
    securedPod({ sysctls: [{ name: "net.core.somaxconn", value: "1024" }] }),
    securedPod({ sysctls: [{ name: "kernel.msgmax", value: "65536" }] }),
    { allowedUnsafeSysctls: ["net.*", "kernel.msgmax"] },
  ],
  allowedServiceTypes: [["ClusterIP"], service("ClusterIP"), service("NodePort")],
  blockWildcardDomains: [
    true,
    ingress({ rules: [{ host: "shop.example.com" }] }),
    ingress({ rules: [{ host: "*.example.com" }] }),
  ],
  fsGroup: [ids, securedPod({ fsGroup: 1500 }), securedPod({ fsGroup: 100 })],
  runAsUser: [ids, secured({ runAsUser: 1500 }), secured({ runAsUser: 0 })],
  runAsGroup: [ids, secured({ runAsGroup: 1500 }), secured({ runAsGroup: 100 })],
  supplementalGroups: [ids, securedPod({ supplementalGroups: [1500] }), securedPod({ supplementalGroups: [100] })],
  readOnlyRootFilesystem: [true, secured({ readOnlyRootFilesystem: true }), secured({ readOnlyRootFilesystem: false })],
  automountServiceAccountToken: [
    false,
    pod({}, { automountServiceAccountToken: false }),
    pod({}, { automountServiceAccountToken: true }),
  ],
  allowedClusterRoles: [["view"], binding("view"), binding("cluster-admin")],
  seccompProfiles: [
    { allowedProfiles: ["RuntimeDefault"], allowedLocalhostFiles: [] },
    secured({ seccompProfile: { type: "RuntimeDefault" } }),
    secured({ seccompProfile: { type: "Unconfined" } }),
  ],
  seLinux: [
    [{ type: "container_t" }],
    secured({ seLinuxOptions: { type: "container_t" } }),
    secured({ seLinuxOptions: { type: "spc_t" } }),
  ],
  allowedVolumes: [
    ["emptyDir", "configMap"],
    withVolume({ emptyDir: {} }),
    withVolume({ hostPath: { path: "/var/log" } }),
  ],
  verifyImageSignatures: [
    [{ reference: "example.com/*", publicKeys: ["-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n"] }],
    pod(),
    undefined,
  ],
};
