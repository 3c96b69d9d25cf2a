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
  return {
    file,
    document: document.document,
    ...(document.item !== undefined && { item: document.item }),
    // To know the line costs as much as to know any position: only who asks pays.
    get line() {
      return document.line;
    },
    ...identity,
    namespace: identity.namespace || (ruling.namespace ?? ""),
    decision: addPositions(decide(document.value, identity, ruling), document),
    excerpt: (position) => document.excerpt({ ...position, exact: true }),
    locate: (path) => document.position(path),
  };
};

const decide = (object: unknown, identity: Identity, ruling: Ruling): Decision => {
  const { policies, explain = false, inventory = [] } = ruling;
  if (isNamespace(identity)) return review({ operation: "CREATE", object, explain, inventory }, policies);
  const namespace = identity.namespace || (ruling.namespace ?? DEFAULT_NAMESPACE);
  const labels = { ...ruling.namespaces.get(namespace), ...ruling.namespaceLabels };
  const defaulted = applyDefaults(object, { podCarriers: policies.podCarriers });
  return evaluate(defaulted, labels, policies, { namespace, explain, inventory });
};

const addPositions = (decision: Decision, document: ObjectDocument): PositionedDecision => ({
  ...decision,
  violations: decision.violations.map((violation) => locateFindings(violation, document)),
  problems: decision.problems.map((problem) => locateProblem(problem, document)),
});

const locateFindings = (violation: Violation, document: ObjectDocument): PositionedViolation => ({
  ...violation,
  findings: violation.findings.map((finding) => ({ ...finding, position: positionOf(finding.path, document) })),
});

/** A problem of a policy document has a path too, but not into the object. */
const locateProblem = (problem: Problem, document: ObjectDocument): PositionedProblem =>
  problem.path === undefined || problem.document !== undefined
    ? problem
    : { ...problem, position: positionOf(problem.path, document) };

const positionOf = (path: FieldPath, document: ObjectDocument): Position => {
  const { line, column, endLine, endColumn } = document.position(path);
  return { line, column, endLine, endColumn };
};
