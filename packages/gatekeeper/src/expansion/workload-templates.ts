import type { Json } from "@ostiary/core";
import type { GroupVersionKind } from "../mutation/apply-to.js";
import { readExpansionTemplates } from "./read-expansion-templates.js";

/** A kind of object that creates others. */
interface Workload {
  readonly group: string;
  readonly versions: readonly string[];
  readonly kind: string;
  readonly templateSource: string;
  readonly generatedGVK: GroupVersionKind;
}

const POD: GroupVersionKind = { group: "", version: "v1", kind: "Pod" };
const JOB: GroupVersionKind = { group: "batch", version: "v1", kind: "Job" };
const TEMPLATE = "spec.template";
const APPS = ["v1", "v1beta2", "v1beta1"];

const WORKLOADS: readonly Workload[] = [
  { group: "apps", versions: APPS, kind: "Deployment", templateSource: TEMPLATE, generatedGVK: POD },
  { group: "apps", versions: APPS, kind: "ReplicaSet", templateSource: TEMPLATE, generatedGVK: POD },
  { group: "apps", versions: APPS, kind: "StatefulSet", templateSource: TEMPLATE, generatedGVK: POD },
  { group: "apps", versions: APPS, kind: "DaemonSet", templateSource: TEMPLATE, generatedGVK: POD },
  { group: "batch", versions: ["v1"], kind: "Job", templateSource: TEMPLATE, generatedGVK: POD },
  {
    group: "batch",
    versions: ["v1", "v1beta1"],
    kind: "CronJob",
    templateSource: "spec.jobTemplate",
    generatedGVK: JOB,
  },
  { group: "", versions: ["v1"], kind: "ReplicationController", templateSource: TEMPLATE, generatedGVK: POD },
  { group: "", versions: ["v1"], kind: "PodTemplate", templateSource: "template", generatedGVK: POD },
];

/**
 * Adds ExpansionTemplates for the workloads that every cluster knows: Deployment, ReplicaSet, StatefulSet, DaemonSet, Job,
 * CronJob (by way of its Job), ReplicationController and PodTemplate. What the templates given expand already is left to them.
 * The names of those added begin with `built-in-`.
 *
 * @param documents - the ExpansionTemplates of the cluster
 */
export const withWorkloadTemplates = (documents: readonly unknown[]): readonly unknown[] => {
  const expanded = new Set(
    readExpansionTemplates(documents).templates.templates.flatMap(({ applyTo }) => applyTo.map(nameKind)),
  );
  const added = WORKLOADS.flatMap((workload): readonly Json[] => {
    const { group, kind } = workload;
    const versions = workload.versions.filter((version) => !expanded.has(nameKind({ group, version, kind })));
    return versions.length === 0 ? [] : [createDocument({ ...workload, versions })];
  });
  return [...added, ...documents];
};

const nameKind = ({ group, version, kind }: GroupVersionKind): string => `${group}/${version}/${kind}`;

const createDocument = ({ group, versions, kind, templateSource, generatedGVK }: Workload): Json => ({
  apiVersion: "expansion.gatekeeper.sh/v1beta1",
  kind: "ExpansionTemplate",
  metadata: { name: `built-in-${kind.toLowerCase()}` },
  spec: { applyTo: [{ groups: [group], versions, kinds: [kind] }], templateSource, generatedGVK: { ...generatedGVK } },
});
