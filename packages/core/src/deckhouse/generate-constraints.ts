import type { Json } from "@ostiary/rules";
import type { ConstraintKind, PerRelease, PolicyValues, Release } from "@ostiary/rules/deckhouse";
import type { Action } from "../decision.js";
import type { Constraint } from "./constraint.js";
import { normalise } from "./normalise.js";
import {
  POLICY_KINDS,
  type PolicyKindName,
  type PolicyLabelSelector,
  type PolicyMatch,
  type PolicySpec,
} from "./policy-schema.js";

/** A policy that has been read. */
export interface Policy {
  readonly kind: PolicyKindName;
  readonly name: string;
  readonly spec: PolicySpec;
}

/** Constraints of a SecurityPolicy are about namespaced objects only; those of an OperationPolicy do not say. */
const SCOPES: Readonly<Record<PolicyKindName, { readonly scope?: "Namespaced" }>> = {
  OperationPolicy: {},
  SecurityPolicy: { scope: "Namespaced" },
};

/** What 1.66 leaves out of a constraint, later releases write as an empty selector. */
const ABSENT_SELECTOR: PerRelease<PolicyLabelSelector | undefined> = { "1.66": undefined, "1.76": {}, next: {} };

/** Kinds whose constraint 1.66 renders without the policy's action, so that Gatekeeper's default holds. */
const WITHOUT_ACTION: PerRelease<readonly string[]> = { "1.66": ["D8ReplicaLimits"], "1.76": [], next: [] };

/**
 * Makes the constraints of a policy, as the module's hooks and chart do.
 *
 * @source modules/015-admission-policy-engine/{hooks,templates}
 */
export const generateConstraints = (policy: Policy, release: Release): readonly Constraint[] => {
  const values = normalise(policy.spec.policies, release);
  const selection = { ...SCOPES[policy.kind], ...toConstraintMatch(policy.spec.match, release) };
  return POLICY_KINDS[policy.kind].flatMap((kind) => {
    const parameters = kind.generate(release, values);
    return parameters === undefined ? [] : [makeConstraint(policy, kind, parameters, values, release, selection)];
  });
};

const makeConstraint = (
  { kind: policyKind, name, spec }: Policy,
  kind: ConstraintKind,
  parameters: Json,
  values: PolicyValues,
  release: Release,
  selection: object,
): Constraint => ({
  kind,
  name,
  action: WITHOUT_ACTION[release].includes(kind.name) ? "deny" : toAction(spec.enforcementAction),
  kinds: kind.objects(values),
  selection,
  parameters,
  policy: { kind: policyKind, name },
  rule: ruleOf(kind, values),
});

/** The first field that is given; of a kind that is made for want of one, the first that there is. */
const ruleOf = ({ fields }: ConstraintKind, values: PolicyValues): string => {
  const given = fields.filter(({ name }) => values[name] !== undefined);
  return [...given, ...fields]
    .slice(0, 1)
    .map(({ name }) => name)
    .join("");
};

const ACTIONS: Readonly<Record<PolicySpec["enforcementAction"], Action>> = {
  Deny: "deny",
  Warn: "warn",
  Dryrun: "dryrun",
};

const toAction = (action: PolicySpec["enforcementAction"]): Action => ACTIONS[action];

/** From a policy's match to a constraint's: lists that are empty are left out, so that they do not restrict anything. */
const toConstraintMatch = ({ namespaceSelector, labelSelector }: PolicyMatch, release: Release) => {
  const { matchNames = [], excludeNames = [] } = namespaceSelector ?? {};
  const absent = ABSENT_SELECTOR[release];
  const selectors = {
    namespaceSelector: orAbsent(namespaceSelector?.labelSelector, absent),
    labelSelector: orAbsent(labelSelector, absent),
  };
  return {
    ...(matchNames.length > 0 && { namespaces: matchNames }),
    ...(excludeNames.length > 0 && { excludedNamespaces: excludeNames }),
    ...(selectors.namespaceSelector && { namespaceSelector: selectors.namespaceSelector }),
    ...(selectors.labelSelector && { labelSelector: selectors.labelSelector }),
  };
};

const orAbsent = (selector: PolicyLabelSelector | undefined, absent: PolicyLabelSelector | undefined) =>
  selector === undefined || isEmpty(selector) ? absent : selector;

const isEmpty = ({ matchLabels = {}, matchExpressions = [] }: PolicyLabelSelector): boolean =>
  Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
