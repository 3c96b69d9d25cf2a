import type { FieldPath, Json, Subject } from "@ostiary/core";

/** The pod that a workload would create, and where it lies in the workload. */
export interface WorkloadPod {
  readonly object: Json;
  readonly source: FieldPath;
}

/**
 * Makes the pod that a workload would create: what its template holds, with the name of the workload.
 *
 * @returns `undefined` for a Pod, and for what creates none
 */
export const workloadPod = ({ pod, object, review, name, namespace }: Subject): WorkloadPod | undefined => {
  if (pod === undefined || pod.root === object) return undefined;
  const source = pod.root.path();
  const template = fieldsOf(follow(review.object, source));
  const metadata = {
    ...fieldsOf(template["metadata"]),
    ...(name !== "" && { name }),
    ...(namespace !== "" && { namespace }),
  };
  return { object: { ...template, apiVersion: "v1", kind: "Pod", metadata }, source };
};

type Fields = { readonly [name: string]: Json };

/** What is no object has no fields. */
const fieldsOf = (value: unknown): Fields =>
  // Objects come from readers of JSON.
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const follow = (object: unknown, path: FieldPath): unknown => {
  let value: unknown = object;
  for (const step of path) {
    const fields: Fields = fieldsOf(value);
    value = Object.hasOwn(fields, step) ? fields[step] : undefined;
  }
  return value;
};
