import { compareValues } from "../language/value-order.js";
import type { ContainerView, PodView } from "../subject/pod-view.js";
import { wholeObject } from "./print-object.js";

/**
 * Finds containers that have the name of an earlier one, of whatever list, and say something else. An API server refuses such
 * a pod; a rule that keeps containers by their names ends with an error.
 */
export const findConflictingContainers = (pod: PodView): readonly ContainerView[] => {
  const known = new Map<string, ContainerView>();
  return pod.containers.filter((container) => {
    const { name } = container.ref;
    const first = known.get(name);
    if (first === undefined) known.set(name, container);
    return first !== undefined && compareValues(wholeObject(first.fields), wholeObject(container.fields)) !== 0;
  });
};
