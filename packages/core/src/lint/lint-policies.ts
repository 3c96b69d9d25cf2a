import { ObjectView, Reading } from "@ostiary/rules";
import { DEFAULT_RELEASE, RELEASES, type Release } from "@ostiary/rules/deckhouse";
import type { PolicyRef, Problem } from "../decision.js";
import { exceptionSchema } from "../deckhouse/exception-schema.js";
import type { Policy } from "../deckhouse/generate-constraints.js";
import { readDocument } from "../deckhouse/read-document.js";
import { findConflicts, type PlacedPolicy, readPlacedPolicies } from "../deckhouse/read-policy.js";
import { refuseOption } from "../invalid-option.js";
import type { PolicyDocument } from "../policy-kind.js";
import { readKind } from "../subject.js";
import { absentFieldForbids } from "./absent-field-forbids.js";
import { asksForNothing } from "./asks-for-nothing.js";
import { boundlessValue } from "./boundless-value.js";
import { breaksRelease } from "./breaks-release.js";
import { emptyList } from "./empty-list.js";
import { emptyRange } from "./empty-range.js";
import { exactReference } from "./exact-reference.js";
import { impossibleValue } from "./impossible-value.js";
import { invalidPattern } from "./invalid-pattern.js";
import { lintException } from "./lint-exception.js";
import type { LintFinding, LintRule } from "./lint-rule.js";
import { literalWildcard } from "./literal-wildcard.js";
import { matchesNothing } from "./matches-nothing.js";
import { openRepositoryPrefix } from "./open-repository-prefix.js";
import { refusesEverything } from "./refuses-everything.js";
import { shadowedPolicy } from "./shadowed-policy.js";
import { toothlessField } from "./toothless-field.js";
import { decideEverywhere, type ExceptionDocument, outcomeOf } from "./try-out.js";
import { watchesEveryKind } from "./watches-every-kind.js";

/** Every rule about policies, in the order in which findings are listed. */
export const LINT_RULES: readonly LintRule[] = [
  matchesNothing,
  shadowedPolicy,
  asksForNothing,
  emptyList,
  toothlessField,
  refusesEverything,
  emptyRange,
  absentFieldForbids,
  openRepositoryPrefix,
  boundlessValue,
  literalWildcard,
  watchesEveryKind,
  breaksRelease,
  exactReference,
  invalidPattern,
  impossibleValue,
];

/** A finding, with the policy that it is about. */
export interface PolicyFinding extends Omit<LintFinding, "other"> {
  readonly code: string;
  readonly policy: PolicyRef;
  /** Which of the documents, counted from 0. */
  readonly document: number;
  /** Which of the documents holds the other policy that the finding is about too, where there is one. */
  readonly otherDocument?: number;
}

/** What lint has to say. */
export interface LintResult {
  /** What is wrong with the documents themselves; such a policy is not looked at further. */
  readonly problems: readonly Problem[];
  readonly findings: readonly PolicyFinding[];
}

/**
 * Looks for what the authors of Deckhouse's policies can hardly mean.
 *
 * @param documents - policies and exceptions as parsed from YAML; other objects show what exceptions are needed for
 * @param release - the state of Deckhouse that they are for. Default: the newest released one
 * @returns findings in the order of the documents
 */
export const lintPolicies = (documents: readonly unknown[], release: Release = DEFAULT_RELEASE): LintResult => {
  // Callers in JavaScript have no types to keep to.
  if (!RELEASES.includes(release)) {
    return { problems: [refuseOption("release", release, `one of ${RELEASES.join(", ")}`)], findings: [] };
  }
  const problems: Problem[] = [];
  const read = documents.map((value, index) => readOne(value, index, release, problems));
  const placed = read.flatMap(({ policy }) => policy ?? []);
  for (const problem of findConflicts(placed)) problems.push(problem);
  const policies = placed.map(({ policy }) => policy);
  const findings = read.flatMap(({ policy, exception }, document): readonly PolicyFinding[] => {
    if (policy !== undefined) return lintPolicy(policy.policy, placed, document, release);
    if (exception === undefined) return [];
    const about = { kind: "SecurityPolicyException", name: exception.name };
    const surroundings = { objects: documents, policies, release };
    return lintException(exception, surroundings).map((finding) => ({ ...finding, policy: about, document }));
  });
  return { problems, findings };
};

interface ReadOne {
  readonly policy?: PlacedPolicy | undefined;
  readonly exception?: ExceptionDocument | undefined;
}

const readOne = (value: unknown, index: number, release: Release, problems: Problem[]): ReadOne => {
  const kind = readKind(ObjectView.root(new Reading(), value, []));
  const document: PolicyDocument = { ...kind, index, value };
  if (kind.group !== "deckhouse.io") return {};
  if (kind.kind !== "SecurityPolicyException") {
    const [policy] = readPlacedPolicies([document], release, problems);
    return { policy };
  }
  const schema = exceptionSchema[release];
  if (schema === undefined) return {};
  const { content, problems: faults } = readDocument(document, schema);
  for (const fault of faults) problems.push(fault);
  if (content === undefined) return {};
  const { name, namespace = DEFAULT_NAMESPACE } = content.metadata;
  return { exception: { name, namespace, spec: content.spec } };
};

/** Where objects are that do not say. */
const DEFAULT_NAMESPACE = "default";

/** Of two that ask for the same, the one that comes later is the one that could go. */
const lintPolicy = (
  policy: Policy,
  placed: readonly PlacedPolicy[],
  document: number,
  release: Release,
): readonly PolicyFinding[] => {
  const earlier = placed.slice(
    0,
    placed.findIndex((one) => one.policy === policy),
  );
  const others = earlier.map((one) => one.policy);
  const { kind, name } = policy;
  return LINT_RULES.flatMap(({ code, find }) =>
    find({ policy, release, others }).map(({ other, ...finding }) => {
      const otherDocument = earlier.find((one) => one.policy === other)?.document.index;
      return {
        ...withProof(finding, policy, release),
        code,
        policy: { kind, name },
        document,
        ...(otherDocument !== undefined && { otherDocument }),
      };
    }),
  );
};

/** Another field of the policy may hide what an object is to show: then it shows nothing. */
const withProof = ({ evidence, ...finding }: LintFinding, policy: Policy, release: Release): LintFinding => {
  if (evidence === undefined || finding.path[1] === "match") return { ...finding, ...(evidence && { evidence }) };
  const isProven = outcomeOf(decideEverywhere(evidence.object, [policy], release)) === evidence.outcome;
  return isProven ? { ...finding, evidence } : finding;
};
