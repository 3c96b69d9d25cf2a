import type { Review } from "../src/request.js";

type Fields = Readonly<Record<string, unknown>>;

/** A Pod called `web` with one container called `app`. */
export const makePod = (spec: Fields = {}, metadata: Fields = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", ...metadata },
  spec: { containers: [{ name: "app", image: "web:1" }], ...spec },
});

/** A Deployment called `web` of such pods. */
export const makeDeployment = (spec: Fields = {}, metadata: Fields = {}) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web" },
  spec: { template: { metadata, spec: makePod(spec).spec } },
});

/** A Namespace called `shop`. */
export const makeNamespace = (labels: Fields = {}) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "shop", labels },
});

/** Labels in short: `{ enforce: "baseline:v1.25", warn: "restricted" }`. A standard without a version gets no version label. */
export const labelsFor = (standards: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(standards).flatMap(([mode, standard]) => {
      const [level = "", version] = standard.split(":");
      const label = `pod-security.kubernetes.io/${mode}`;
      return version === undefined
        ? [[label, level]]
        : [
            [label, level],
            [`${label}-version`, version],
          ];
    }),
  );

/** A configuration of Pod Security admission. */
export const makeConfiguration = (fields: Fields = {}) => ({
  apiVersion: "pod-security.admission.config.k8s.io/v1",
  kind: "PodSecurityConfiguration",
  ...fields,
});

const RESOURCE_OF_KIND: Readonly<Record<string, string>> = {
  Pod: "pods",
  Namespace: "namespaces",
  Deployment: "deployments",
  ReplicationController: "replicationcontrollers",
};

/** A request to create an object in the namespace `shop`, as an API server would send it. */
export const makeRequest = (
  object: { readonly apiVersion: string; readonly kind: string; readonly metadata: unknown },
  fields: Partial<Review> = {},
): Review => {
  const [version = "", group = ""] = object.apiVersion.split("/").reverse();
  return {
    operation: "CREATE",
    kind: { group, version, kind: object.kind },
    resource: { group, version, resource: RESOURCE_OF_KIND[object.kind] ?? "others" },
    name: "web",
    namespace: "shop",
    userInfo: { username: "jane" },
    object,
    namespaceObject: makeNamespace(),
    ...fields,
  };
};
