import {
  applyDefaults,
  type Decision,
  evaluate,
  type PolicySet,
  type Problem,
  review,
  type Violation,
} from "@ostiary/core";
import type { FieldPath, ObjectDocument } from "@ostiary/manifests";
import type {
  CheckedObject,
  Position,
  PositionedDecision,
  PositionedProblem,
  PositionedViolation,
} from "@ostiary/report";
import { type Identity, readIdentity } from "./identity.js";
import { isNamespace, type Labels, type NamespaceLabels } from "./namespaces.js";

/** By what objects are judged: the same for all objects of a run. */
export interface Ruling {
  readonly policies: PolicySet;
  /** The labels of Namespaces, by name. */
  readonly namespaces: NamespaceLabels;
  /** Labels that every namespace has, whatever its Namespace says. */
  readonly namespaceLabels?: Labels | undefined;
  /** The namespace of objects that name none. */
  readonly namespace?: string | undefined;
  /** The names of the files whose policies have been read. */
  readonly policyFiles?: readonly string[] | undefined;
  /** Records what each passing rule looked at. */
  readonly explain?: boolean | undefined;
  /** Other objects that policies ask for. */
  readonly inventory?: readonly unknown[] | undefined;
  /** What becomes of an object, and of the pods it creates, before it is judged. Default: nothing. */
  readonly mutate?: ((object: unknown) => MutationOutcome) | undefined;
}

/** The object as it is judged, and why it cannot be mutated. */
export interface MutationOutcome {
  readonly object: unknown;
  readonly problem?: Problem;
  /** Where a place of it is written. */
  sourceOf(path: FieldPath): FieldPath;
}

/** Where `kubectl apply` puts objects that name no namespace. */
const DEFAULT_NAMESPACE = "default";

/**
 * Judges an object as the pod that it is or would create, with what an API server would fill in before; a Namespace as the
 * request to create it. Every finding gets the place where it is written.
 *
 * @param file - the name of its file
 */
export const judge = (document: ObjectDocument, file: string, ruling: Ruling): CheckedObject => {
  const identity = readIdentity(document.value);
  const mutation = ruling.mutate?.(document.value) ?? asWritten(document.value);
  return {
    file,
    document: document.document,
    ...(document.item !== undefined && { item: document.item }),
    ...(document.source !== undefined && { source: document.source }),
    // To know the line costs as much as to know any position: only who asks pays.
    get line() {
      return document.line;
    },
    ...identity,
    namespace: identity.namespace || (ruling.namespace ?? ""),
    decision: addPositions(withProblem(decide(mutation.object, identity, ruling), mutation.problem), (path) =>
      positionOf(mutation.sourceOf(path), document),
    ),
    excerpt: (position) => document.excerpt({ ...position, exact: true }),
    locate: (path) => document.position(mutation.sourceOf(path)),
  };
};

const asWritten = (object: unknown): MutationOutcome => ({ object, sourceOf: (path) => path });

/** A cluster refuses an object on which a mutator fails. */
const withProblem = (decision: Decision, problem: Problem | undefined): Decision =>
  problem === undefined ? decision : { ...decision, allowed: false, problems: [problem, ...decision.problems] };

const decide = (object: unknown, identity: Identity, ruling: Ruling): Decision => {
  const { policies, explain = false, inventory = [] } = ruling;
  if (isNamespace(identity)) return review({ operation: "CREATE", object, explain, inventory }, policies);
  const namespace = identity.namespace || (ruling.namespace ?? DEFAULT_NAMESPACE);
  const labels = { ...ruling.namespaces.get(namespace), ...ruling.namespaceLabels };
  const defaulted = applyDefaults(object, { podCarriers: policies.podCarriers });
  return evaluate(defaulted, labels, policies, { namespace, explain, inventory });
};

type Locate = (path: FieldPath) => Position;

const addPositions = (decision: Decision, locate: Locate): PositionedDecision => ({
  ...decision,
  violations: decision.violations.map((violation) => locateFindings(violation, locate)),
  problems: decision.problems.map((problem) => locateProblem(problem, locate)),
});

const locateFindings = (violation: Violation, locate: Locate): PositionedViolation => ({
  ...violation,
  findings: violation.findings.map((finding) => ({ ...finding, position: locate(finding.path) })),
});

/** A problem of a policy document has a path too, but not into the object. */
const locateProblem = (problem: Problem, locate: Locate): PositionedProblem =>
  problem.path === undefined || problem.document !== undefined
    ? problem
    : { ...problem, position: locate(problem.path) };

const positionOf = (path: FieldPath, document: ObjectDocument): Position => {
  const { line, column, endLine, endColumn } = document.position(path);
  return { line, column, endLine, endColumn };
};
