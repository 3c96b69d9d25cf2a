import { type ContainerRef, type ObjectView, PodView } from "@ostiary/rules";
import type { ConstraintSubject, Release } from "@ostiary/rules/deckhouse";
import { isClusterScoped } from "../match/cluster-scoped.js";
import type { MatchTarget } from "../match/constraint-match.js";
import { readMatchTarget } from "../match/match-target.js";
import type { Subject } from "../subject.js";
import { DEFAULT_NAMESPACE, type Exceptions, exceptionsOf } from "./exceptions.js";

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
  const { object, review, kind } = subject;
  const pod = subject.pod?.root === object ? subject.pod : new PodView(object);
  const own = readMatchTarget(review.object ?? review.oldObject);
  const old = review.oldObject === undefined ? undefined : readMatchTarget(review.oldObject);
  const place = { name: subject.name, namespace: namespaceOf(subject, kind), group: kind.group, kind: kind.kind };
  return {
    match: { ...own, ...place },
    oldMatch: old && { ...old, ...place },
    subject: constraintSubject(subject, object, kind, pod, exceptions, release),
  };
};

const POD = { group: "", kind: "Pod" };

const podTarget = (subject: Subject, pod: PodView, exceptions: Exceptions, release: Release): ConstraintTarget => ({
  match: {
    ...POD,
    name: nameOf(subject),
    generateName: "",
    namespace: namespaceOf(subject, POD),
    labels: pod.metadata.stringMap("labels"),
  },
  oldMatch: undefined,
  subject: constraintSubject(subject, pod.root, POD, pod, exceptions, release),
});

/** What names no namespace and must have one is where `kubectl apply` would put it. */
const namespaceOf = ({ namespace, judgedAs, pod }: Subject, kind: ConstraintSubject["kind"]): string => {
  if (isClusterScoped(kind)) return "";
  return namespace === "" && (judgedAs === "pod" || pod !== undefined) ? DEFAULT_NAMESPACE : namespace;
};

/** An object outside of a request may leave its name to the API server; the beginning is known. */
const nameOf = ({ name, object, judgedAs }: Subject): string =>
  name === "" && judgedAs === "pod" ? (object.object("metadata").string("generateName") ?? "") : name;

const constraintSubject = (
  subject: Subject,
  object: ObjectView,
  kind: ConstraintSubject["kind"],
  pod: PodView,
  exceptions: Exceptions,
  release: Release,
): ConstraintSubject => {
  const find = exceptionsOf(exceptions, pod, subject.namespace, release);
  return {
    object,
    kind,
    name: nameOf(subject),
    pod,
    operation: subject.review.operation,
    exception: (container?: ContainerRef) => find(container),
  };
};
