import { type ContainerRef, ObjectView, type PodView, Reading } from "@ostiary/rules";
import type { PerRelease, Release } from "@ostiary/rules/deckhouse";

/** The specs of SecurityPolicyExceptions, by `namespace/name`. */
export type Exceptions = ReadonlyMap<string, unknown>;

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

/**
 * Finds the exception that a pod's labels name. One that does not exist is as if there were no label.
 *
 * @source charts/constraint-templates/files/libs/exception.rego
 */
export const findException = (
  exceptions: Exceptions,
  pod: PodView,
  namespace: string,
  release: Release,
  container: ContainerRef | undefined,
): ObjectView => {
  if (exceptions.size === 0) return NO_EXCEPTION;
  const keys = container === undefined ? LABELS_FOR_POD[release] : LABELS_FOR_CONTAINER[release](container);
  const labels = pod.metadata.stringMap("labels");
  const name = keys.map((key) => labels.get(key) ?? "").find((value) => value !== "");
  const spec = name === undefined ? undefined : exceptions.get(`${namespace}/${name}`);
  return spec === undefined ? NO_EXCEPTION : ObjectView.root(new Reading(), spec, []);
};
