import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView, PodView } from "../subject/pod-view.js";

/** The value that holds for a container. */
export interface EffectiveValue<Value> {
  /** `undefined` where neither the container nor the pod says anything. */
  readonly found: Value | undefined;
  /** The security context that it is in: the container's, or else the pod's. */
  readonly holder: ObjectView;
}

/**
 * Reads a field of the container's security context, and of the pod's where the container has none.
 *
 * @param read - reads the field from either
 */
export const readEffective = <Value>(
  { securityContext }: ContainerView,
  pod: PodView,
  field: string,
  read: (holder: ObjectView) => Value | undefined,
): EffectiveValue<Value> => {
  const own = read(securityContext);
  if (own !== undefined) return { found: own, holder: securityContext };
  securityContext.noteInherited(field, pod.securityContext);
  return { found: read(pod.securityContext), holder: pod.securityContext };
};
