/**
 * What mutating one object costs, in processor time: ten mutators as clusters have them on a pod of three containers, the
 * same pod when it is mutated already, and a pod that no mutator matches; then the reading of the mutators. Run it from the
 * root of the repository:
 *
 *   npx esbuild bench/mutation.ts --bundle --platform=node --format=esm --outfile=bench/dist/mutation.mjs
 *   node bench/dist/mutation.mjs
 */
import { mutate, readMutators } from "@ostiary/gatekeeper";

const GROUP = "mutations.gatekeeper.sh";
const applyTo = [{ groups: [""], versions: ["v1"], kinds: ["Pod"] }];
const match = { scope: "Namespaced", kinds: [{ apiGroups: ["*"], kinds: ["Pod"] }], excludedNamespaces: ["kube-*"] };

const mutator = (kind: string, name: string, location: string, parameters: object): object => ({
  apiVersion: `${GROUP}/${kind === "AssignImage" ? "v1alpha1" : "v1"}`,
  kind,
  metadata: { name },
  spec: { ...(kind === "AssignMetadata" ? {} : { applyTo }), match, location, parameters },
});

const unlessThere = (subPath: string): object => ({ pathTests: [{ subPath, condition: "MustNotExist" }] });

const CONTAINERS = "spec.containers[name: *]";
const documents = [
  mutator("AssignMetadata", "team", "metadata.labels.team", { assign: { value: "shop" } }),
  mutator("AssignMetadata", "owner", 'metadata.annotations."example.com/owner"', {
    assign: { fromMetadata: { field: "namespace" } },
  }),
  mutator("Assign", "pull-policy", `${CONTAINERS}.imagePullPolicy`, { assign: { value: "Always" } }),
  mutator("Assign", "no-escalation", `${CONTAINERS}.securityContext.allowPrivilegeEscalation`, {
    assign: { value: false },
    ...unlessThere(`${CONTAINERS}.securityContext.allowPrivilegeEscalation`),
  }),
  mutator("Assign", "no-root", "spec.securityContext.runAsNonRoot", { assign: { value: true } }),
  mutator("Assign", "seccomp", "spec.securityContext.seccompProfile", {
    assign: { value: { type: "RuntimeDefault" } },
  }),
  mutator("Assign", "toleration", "spec.tolerations[key: dedicated]", {
    assign: { value: { key: "dedicated", operator: "Equal", value: "shop", effect: "NoSchedule" } },
  }),
  mutator("AssignImage", "mirror", `${CONTAINERS}.image`, { assignDomain: "mirror.example:5000" }),
  mutator("ModifySet", "drop", `${CONTAINERS}.securityContext.capabilities.drop`, { values: { fromList: ["ALL"] } }),
  mutator("ModifySet", "secrets", "spec.imagePullSecrets", { values: { fromList: [{ name: "mirror" }] } }),
];

const container = (name: string): object => ({
  name,
  image: `registry.example/team/${name}:1.2.3`,
  ports: [{ containerPort: 8080, name: "http" }],
  env: [
    { name: "LOG_LEVEL", value: "info" },
    { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
  ],
  resources: { limits: { cpu: "1", memory: "512Mi" }, requests: { cpu: "100m", memory: "128Mi" } },
  livenessProbe: { httpGet: { path: "/live", port: "http" } },
  volumeMounts: [{ name: "data", mountPath: "/data" }],
});

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "shop", labels: { app: "web", tier: "front" } },
  spec: {
    serviceAccountName: "web",
    containers: ["web", "proxy", "metrics"].map(container),
    volumes: [{ name: "data", emptyDir: {} }],
  },
};
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { team: "shop" } } };
const context = { namespace, operation: "CREATE" };

/** Microseconds of processor time for one run: other programs on the machine do not count. */
const average = (run: () => void, runs: number): number => {
  for (let warm = 0; warm < runs / 4; warm++) run();
  const start = process.cpuUsage();
  for (let round = 0; round < runs; round++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / runs;
};

const { mutators, problems } = readMutators(documents);
if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
const first = mutate(pod, mutators, context);
if (!first.ok) throw new Error(first.error.message);
const done = first.value.object;
const other = { ...pod, metadata: { ...pod.metadata, namespace: "kube-system" } };
const rows = [
  {
    what: `${documents.length} mutators, ${first.value.patch.length} changes`,
    run: () => mutate(pod, mutators, context),
    runs: 20_000,
  },
  { what: "the same pod, mutated already", run: () => mutate(done, mutators, context), runs: 20_000 },
  { what: "a pod that none matches", run: () => mutate(other, mutators, { operation: "CREATE" }), runs: 50_000 },
  { what: "reading the mutators", run: () => readMutators(documents), runs: 2_000 },
];
console.table(rows.map(({ what, run, runs }) => ({ what, microseconds: Number(average(run, runs).toFixed(1)) })));
