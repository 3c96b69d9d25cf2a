import type { ConstraintCheck } from "../constraint-kind.js";
import { PodView } from "../subject/pod-view.js";
import { findPodCarrier } from "../subject/workload.js";

/**
 * Judges a workload by the pod that it keeps, where the rule itself does so. No constraint that a policy makes is about
 * workloads; one that was written by hand can be.
 */
export const judgeTemplate =
  (check: ConstraintCheck): ConstraintCheck =>
  (subject) => {
    const { podPath } = findPodCarrier(subject.kind) ?? { podPath: [] };
    if (podPath.length === 0) return check(subject);
    const template = podPath.reduce((view, step) => view.object(String(step)), subject.object);
    return check({
      ...subject,
      pod: new PodView(template),
      exception: (container) => subject.exception(container),
    });
  };
