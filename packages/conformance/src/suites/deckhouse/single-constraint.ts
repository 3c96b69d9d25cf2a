import { compileConstraintMatch, readMatchNamespace, readMatchTarget } from "@ostiary/core/match";
import {
  type ContainerRef,
  findPodCarrier,
  groupOf,
  ObjectView,
  PodView,
  Reading,
  type RuleResult,
} from "@ostiary/rules";
import {
  type ConstraintSubject,
  OPERATION_CONSTRAINTS,
  type Release,
  SECURITY_CONSTRAINTS,
} from "@ostiary/rules/deckhouse";

/** A constraint as somebody writes it by hand, and what it is to judge. */
export interface SingleConstraint {
  readonly constraintKind: string;
  readonly parameters: unknown;
  /** Absent where the rule is to be evaluated whatever the object. */
  readonly match?: object;
  readonly object: unknown;
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** The SecurityPolicyExceptions of the namespace, taken as they are. */
  readonly exceptions?: readonly unknown[];
}

const KINDS = new Map([...OPERATION_CONSTRAINTS, ...SECURITY_CONSTRAINTS].map((kind) => [kind.name, kind]));

/**
 * Judges an object by one constraint.
 *
 * @returns its results, none when it does not match; or why it cannot be judged
 */
export const judgeByConstraint = (release: Release, constraint: SingleConstraint): readonly RuleResult[] | string => {
  const prepared = KINDS.get(constraint.constraintKind)?.prepare(release, constraint.parameters);
  if (prepared === undefined) return `release ${release} has no kind ${constraint.constraintKind}`;
  if ("faults" in prepared) return prepared.faults.map(({ message }) => message).join("; ");
  const matched = matches(constraint);
  if (typeof matched === "object") return matched.fault;
  return matched ? prepared.check(subjectOf(release, constraint)) : [];
};

const matches = ({ match, object, namespaceLabels = {} }: SingleConstraint): boolean | { readonly fault: string } => {
  if (match === undefined) return true;
  const target = readMatchTarget(object);
  const namespace = readMatchNamespace({ metadata: { name: target.namespace, labels: namespaceLabels } });
  return compileConstraintMatch(view(match))(target, namespace, "Original");
};

const view = (value: unknown): ObjectView => ObjectView.root(new Reading(), value, []);

/** Whether the rules of a release find the pod of a controller; else they take `spec` for the pod's whatever the kind. */
const FINDS_PODS = { "1.66": false, "1.76": false, next: true } as const satisfies Record<Release, boolean>;

const subjectOf = (release: Release, { object: value, exceptions = [] }: SingleConstraint): ConstraintSubject => {
  const object = view(value);
  const kind = { group: groupOf(object.string("apiVersion") ?? ""), kind: object.string("kind") ?? "" };
  const metadata = object.object("metadata");
  let root = object;
  const path = FINDS_PODS[release] ? (findPodCarrier(kind)?.podPath ?? []) : [];
  for (const step of path) root = root.object(String(step));
  const pod = new PodView(root);
  const namespace = metadata.string("namespace") ?? "";
  return {
    object,
    kind,
    name: metadata.string("name") ?? "",
    pod,
    operation: undefined,
    exception: (container) => findException(exceptions, namespace, pod, container),
  };
};

const LABEL = "security.deckhouse.io/security-policy-exception";

const findException = (
  exceptions: readonly unknown[],
  namespace: string,
  pod: PodView,
  container: ContainerRef | undefined,
): ObjectView => {
  const labels = pod.metadata.stringMap("labels");
  const own = container === undefined ? undefined : labels.get(`${LABEL}.container.${container.name}`);
  const name = own || labels.get(LABEL);
  const found = exceptions.map(view).find((exception) => {
    const metadata = exception.object("metadata");
    return metadata.string("name") === name && metadata.string("namespace") === namespace;
  });
  return (found ?? view(undefined)).object("spec");
};
