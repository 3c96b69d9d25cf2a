import { type ContainerRef, type ObjectView, PodView } from "@ostiary/rules";
import type { ConstraintSubject, Release } from "@ostiary/rules/deckhouse";
import type { MatchTarget } from "../match/constraint-match.js";
import { readMatchTarget } from "../match/match-target.js";
import type { Subject } from "../subject.js";
import { type Exceptions, findException } from "./exceptions.js";

/** An object that constraints are held against: the one under review, or the pod that it would create. */
export interface ConstraintTarget {
  readonly match: MatchTarget;
  /** The object before the update, for which alone a constraint may match. */
  readonly oldMatch: MatchTarget | undefined;
  readonly subject: ConstraintSubject;
}

/**
 * The objects that constraints are held against: the object under review; and where it is to be judged by the pod that it
 * would create, that pod, with the workload's name and namespace.
 */
export const targetsOf = (subject: Subject, exceptions: Exceptions, release: Release): readonly ConstraintTarget[] => {
  const own = ownTarget(subject, exceptions, release);
  const { pod, object, judgedAs } = subject;
  if (judgedAs !== "pod" || pod === undefined || pod.root === object) return [own];
  return [own, podTarget(subject, pod, exceptions, release)];
};

const ownTarget = (subject: Subject, exceptions: Exceptions, release: Release): ConstraintTarget => {
  const { object, review, kind, name } = subject;
  const pod = subject.pod?.root === object ? subject.pod : new PodView(object);
  const match = { ...readMatchTarget(review.object ?? review.oldObject), name, namespace: subject.namespace };
  const oldMatch = review.oldObject === undefined ? undefined : readMatchTarget(review.oldObject);
  return {
    match: { ...match, group: kind.group, kind: kind.kind },
    oldMatch,
    subject: constraintSubject(subject, object, kind, pod, exceptions, release),
  };
};

const POD = { group: "", kind: "Pod" };

const podTarget = (subject: Subject, pod: PodView, exceptions: Exceptions, release: Release): ConstraintTarget => {
  const { name, namespace } = subject;
  const labels = pod.metadata.stringMap("labels");
  return {
    match: { ...POD, name, generateName: "", namespace, labels },
    oldMatch: undefined,
    subject: constraintSubject(subject, pod.root, POD, pod, exceptions, release),
  };
};

const constraintSubject = (
  subject: Subject,
  object: ObjectView,
  kind: ConstraintSubject["kind"],
  pod: PodView,
  exceptions: Exceptions,
  release: Release,
): ConstraintSubject => ({
  object,
  kind,
  name: subject.name,
  pod,
  operation: subject.review.operation,
  exception: (container?: ContainerRef) => findException(exceptions, pod, subject.namespace, release, container),
});
