import { type ContainerRef, ObjectView, type PodView, Reading } from "@ostiary/rules";
import type { PerRelease, Release } from "@ostiary/rules/deckhouse";

/** The specs of SecurityPolicyExceptions, by namespace and name. */
export type Exceptions = ReadonlyMap<string, unknown>;

/** Where an object is that says nothing of a namespace, as `kubectl apply` has it. */
export const DEFAULT_NAMESPACE = "default";

/** The key of an exception. */
export const exceptionKey = (namespace: string, name: string): string => `${namespace || DEFAULT_NAMESPACE}/${name}`;

/** Finds the exception for the pod, or for one of its containers; an absent object where there is none. */
export type FindException = (container?: ContainerRef) => ObjectView;

const LABEL = "security.deckhouse.io/security-policy-exception";
const CONTAINER_LABEL = `${LABEL}.container.`;

/** The labels that name the exception for a field of a container, the first that is not empty counts. */
const LABELS_FOR_CONTAINER: PerRelease<(container: ContainerRef) => readonly string[]> = {
  "1.66": () => [],
  "1.76": () => [LABEL],
  next: ({ name }) => [CONTAINER_LABEL + name, LABEL],
};

/** The labels that name the exception for a field of the pod. */
const LABELS_FOR_POD: PerRelease<readonly string[]> = { "1.66": [], "1.76": [LABEL], next: [LABEL] };

const NO_EXCEPTION = ObjectView.root(new Reading(), undefined, []);
const findNone: FindException = () => NO_EXCEPTION;

/**
 * Finds the exceptions that a pod's labels name. One that does not exist is as if there were no label.
 *
 * @source charts/constraint-templates/files/libs/exception.rego
 */
export const exceptionsOf = (
  exceptions: Exceptions,
  pod: PodView,
  namespace: string,
  release: Release,
): FindException => {
  if (exceptions.size === 0) return findNone;
  const labels = pod.metadata.stringMap("labels");
  const find = (keys: readonly string[]): ObjectView => {
    const name = keys.map((key) => labels.get(key) ?? "").find((value) => value !== "");
    const spec = name === undefined ? undefined : exceptions.get(exceptionKey(namespace, name));
    return spec === undefined ? NO_EXCEPTION : ObjectView.root(new Reading(), spec, []);
  };
  return (container) =>
    find(container === undefined ? LABELS_FOR_POD[release] : LABELS_FOR_CONTAINER[release](container));
};
