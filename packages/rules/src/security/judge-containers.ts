import type { ConstraintCheck, ConstraintSubject } from "../constraint-kind.js";
import type { RuleResult } from "../rule.js";
import type { ContainerView } from "../subject/pod-view.js";

/** Judges one container; `undefined` means that it passes. */
export type ContainerJudge = (container: ContainerView, subject: ConstraintSubject) => RuleResult | undefined;

/** Judges every container of a pod, of all three kinds. */
export const judgeContainers =
  (...judges: readonly ContainerJudge[]): ConstraintCheck =>
  (subject) => {
    const results: RuleResult[] = [];
    for (const container of subject.pod.containers) {
      for (const judge of judges) {
        const result = judge(container, subject);
        if (result !== undefined) results.push(result);
      }
    }
    return results;
  };
