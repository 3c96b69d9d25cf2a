/** What one container of the bench's pods looks like; every third one breaks the policies. */
const container = (index: number) => ({
  name: `app-${index}`,
  image: index % 3 === 2 ? `docker.io/someone/app:${index}` : `registry.example.com/team/app:${index}`,
  resources: { limits: { cpu: index % 3 === 2 ? "2" : "250m", memory: index % 3 === 2 ? "4Gi" : "512Mi" } },
  securityContext: { capabilities: { add: index % 3 === 2 ? ["SYS_ADMIN"] : ["CHOWN"], drop: ["ALL"] } },
  volumeMounts: [
    { name: "logs", mountPath: "/logs", readOnly: index % 2 === 0 },
    { name: "data", mountPath: "/data" },
  ],
});

/** A pod with three containers, one of which is refused by most policies. */
export const podReview = {
  kind: { group: "", version: "v1", kind: "Pod" },
  operation: "CREATE",
  object: {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web", namespace: "shop", labels: { app: "web", owner: "someone" } },
    spec: {
      containers: [container(0), container(1), container(2)],
      initContainers: [container(3)],
      volumes: [
        { name: "logs", hostPath: { path: "/var/log/web" } },
        { name: "data", hostPath: { path: "/etc" } },
        { name: "cache", emptyDir: {} },
      ],
    },
  },
};

const ingress = (namespace: string, name: string, host: string) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name, namespace },
  spec: {
    rules: [
      { host, http: { paths: [] } },
      { host: `www.${host}`, http: { paths: [] } },
    ],
  },
});

/** An ingress whose host another one has already. */
export const ingressReview = {
  kind: { group: "networking.k8s.io", version: "v1", kind: "Ingress" },
  operation: "CREATE",
  object: ingress("shop", "web", "host-999.example.com"),
};

/** A cluster with so many ingresses in 20 namespaces. */
export function inventory(size: number): unknown {
  const namespaces: Record<string, Record<string, Record<string, Record<string, unknown>>>> = {};
  for (let index = 0; index < size; index += 1) {
    const namespace = `team-${index % 20}`;
    const name = `ingress-${index}`;
    const kinds = namespaces[namespace] ?? { "networking.k8s.io/v1": { Ingress: {} } };
    namespaces[namespace] = kinds;
    const ingresses = kinds["networking.k8s.io/v1"]?.["Ingress"];
    if (ingresses !== undefined) ingresses[name] = ingress(namespace, name, `host-${index}.example.com`);
  }
  return { inventory: { namespace: namespaces } };
}
