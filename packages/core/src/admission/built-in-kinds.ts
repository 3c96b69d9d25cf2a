import { groupOf } from "@ostiary/rules";
import { editDistance } from "../edit-distance.js";
import type { GroupVersionKind } from "../request.js";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const CORE_KINDS = words(
  "Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim " +
    "Pod PodStatusResult PodTemplate RangeAllocation ReplicationController ResourceQuota Secret SerializedReference " +
    "Service ServiceAccount",
);
const APPS_KINDS = words("ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet");
const BATCH_KINDS = words("CronJob Job");

/** The kinds of the groups that hold pods and their controllers, by group and version. */
const KINDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["/v1", CORE_KINDS],
  ["apps/v1", APPS_KINDS],
  ["apps/v1beta1", words("ControllerRevision Deployment Scale StatefulSet")],
  ["apps/v1beta2", words("ControllerRevision DaemonSet Deployment ReplicaSet Scale StatefulSet")],
  ["batch/v1", BATCH_KINDS],
  ["batch/v1beta1", words("CronJob")],
  ["extensions/v1beta1", words("DaemonSet Deployment Ingress NetworkPolicy ReplicaSet Scale")],
]);

/** The other groups that Kubernetes itself serves; which kinds they have makes no difference to Pod Security. */
const OTHER_GROUPS = words(
  "admissionregistration.k8s.io apidiscovery.k8s.io authentication.k8s.io authorization.k8s.io autoscaling " +
    "certificates.k8s.io coordination.k8s.io discovery.k8s.io events.k8s.io flowcontrol.apiserver.k8s.io " +
    "internal.apiserver.k8s.io networking.k8s.io node.k8s.io policy rbac.authorization.k8s.io resource.k8s.io " +
    "scheduling.k8s.io storage.k8s.io storagemigration.k8s.io",
);

/** Whether Kubernetes' own decoder knows a kind; one that it does not know cannot be decoded. */
export const isBuiltIn = ({ group, version, kind }: GroupVersionKind): boolean =>
  KINDS.get(`${group}/${version}`)?.has(kind) ?? OTHER_GROUPS.has(group);

/** No name of a kind is longer; measuring the distance of endless ones would take forever. */
const LONGEST_NAME = 64;

/**
 * The kind that somebody may have meant who wrote one that does not exist, its own group first.
 *
 * @returns `undefined` when more than a third of the name would have to change
 */
export const nearestBuiltIn = ({ group, kind }: GroupVersionKind): GroupVersionKind | undefined => {
  if (kind.length > LONGEST_NAME) return undefined;
  const name = kind.toLowerCase();
  let nearest: GroupVersionKind | undefined;
  let least = Math.floor(kind.length / 3) + 1;
  for (const candidate of listBuiltIns(group)) {
    const distance = editDistance(name, candidate.kind.toLowerCase());
    if (distance >= least) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
};

const listBuiltIns = (group: string): readonly GroupVersionKind[] => {
  const all = [...KINDS].flatMap(([apiVersion, kinds]) => {
    const ofGroup = groupOf(apiVersion);
    return [...kinds].map((kind) => ({ group: ofGroup, version: apiVersion.slice(ofGroup.length + 1), kind }));
  });
  return [...all.filter((kind) => kind.group === group), ...all.filter((kind) => kind.group !== group)];
};
