import type { FieldPath } from "../field-path.js";

/** How an object's kind is spelled in requests and documents. */
export interface GroupKind {
  /** The API group, empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** A kind of object that keeps a pod. */
export interface PodCarrier extends GroupKind {
  /** Where the pod's `metadata` and `spec` lie; empty for a Pod. */
  readonly podPath: FieldPath;
}

const TEMPLATE: FieldPath = ["spec", "template"];

/**
 * The kinds that keep a pod, in every API group that ever served them, whatever the version.
 *
 * @source admission/admission.go, and the API's history for `extensions`
 */
export const POD_CARRIERS: readonly PodCarrier[] = [
  { group: "", kind: "Pod", podPath: [] },
  { group: "", kind: "PodTemplate", podPath: ["template"] },
  { group: "", kind: "ReplicationController", podPath: TEMPLATE },
  { group: "apps", kind: "Deployment", podPath: TEMPLATE },
  { group: "apps", kind: "ReplicaSet", podPath: TEMPLATE },
  { group: "apps", kind: "StatefulSet", podPath: TEMPLATE },
  { group: "apps", kind: "DaemonSet", podPath: TEMPLATE },
  { group: "extensions", kind: "Deployment", podPath: TEMPLATE },
  { group: "extensions", kind: "ReplicaSet", podPath: TEMPLATE },
  { group: "extensions", kind: "DaemonSet", podPath: TEMPLATE },
  { group: "extensions", kind: "Job", podPath: TEMPLATE },
  { group: "batch", kind: "Job", podPath: TEMPLATE },
  { group: "batch", kind: "CronJob", podPath: ["spec", "jobTemplate", ...TEMPLATE] },
];

/**
 * Finds out where an object of a kind keeps its pod.
 *
 * @param own - further kinds that the caller knows of, e.g. Argo's Rollout; they come first
 * @returns `undefined` for a kind that keeps none
 */
export const findPodCarrier = (kind: GroupKind, own: readonly PodCarrier[] = []): PodCarrier | undefined =>
  findIn(own, kind) ?? findIn(POD_CARRIERS, kind);

const findIn = (carriers: readonly PodCarrier[], { group, kind }: GroupKind): PodCarrier | undefined =>
  carriers.find((carrier) => carrier.kind === kind && carrier.group === group);

/** The group of an `apiVersion`: empty for `v1`, `apps` for `apps/v1`. */
export const groupOf = (apiVersion: string): string => {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
};
