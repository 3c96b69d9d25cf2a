import type { PerRelease, Release } from "@ostiary/rules/deckhouse";
import type { MatchTarget } from "../match/constraint-match.js";
import type { Labels } from "../match/label-selector.js";
import { matchesGlob } from "../match/namespace-glob.js";
import type { Review } from "../request.js";

/** What decides whether a request reaches the rules. */
export interface ScopeQuestion {
  readonly review: Review;
  readonly target: MatchTarget;
  /** The name of the namespace; of a Namespace its own. */
  readonly namespace: string;
  /** The labels of the namespace; of a Namespace its own. */
  readonly namespaceLabels: Labels;
}

/** Gives the reason why a request never reaches the rules; `undefined` for one that does. */
type Reach = (question: ScopeQuestion) => string | undefined;

const SYSTEM_PATTERNS: readonly string[] = ["d8-*", "kube-system"];
const OPT_IN_LABEL = "security.deckhouse.io/enable-security-policy-check";
const VIRTUALIZATION_GROUP = "system:serviceaccounts:d8-virtualization";
const VIRTUALIZATION_USERS: readonly string[] = [
  "system:serviceaccount:d8-virtualization:kubevirt-internal-virtualization-controller",
  "system:serviceaccount:d8-virtualization:cdi-sa",
  "system:serviceaccount:d8-virtualization:virtualization-controller",
];

const isSystem = (labels: Labels): boolean => labels.get("heritage") === "deckhouse";

const reach166: Reach = ({ review, namespace, namespaceLabels }) => {
  if (review.operation === "DELETE") return "the webhook is not asked about DELETE";
  if (isSystem(namespaceLabels)) return "the namespace is labelled heritage: deckhouse";
  if (SYSTEM_PATTERNS.some((pattern) => matchesGlob(pattern, namespace)))
    return `namespace \`${namespace}\` is excluded`;
  const username = review.userInfo?.username ?? "";
  return VIRTUALIZATION_USERS.includes(username) ? `user \`${username}\` is left out` : undefined;
};

const reachFrom176: Reach = ({ review, target, namespaceLabels }) => {
  if (review.operation === "DELETE") return "no rule judges DELETE";
  if (target.labels.get("gatekeeper.sh/operation") === "webhook")
    return "the object is labelled gatekeeper.sh/operation: webhook";
  if (isSystem(namespaceLabels) && !namespaceLabels.has(OPT_IN_LABEL)) {
    return `the namespace is labelled heritage: deckhouse, and not ${OPT_IN_LABEL}`;
  }
  const isVirtualization = review.userInfo?.groups?.includes(VIRTUALIZATION_GROUP) === true;
  return isVirtualization ? `group \`${VIRTUALIZATION_GROUP}\` is left out` : undefined;
};

const REACH: PerRelease<Reach> = { "1.66": reach166, "1.76": reachFrom176, next: reachFrom176 };

/** In no release: constraints judge neither what is done to a running pod nor a part of an object. */
const reachAlways: Reach = ({ review: { operation, subresource = "" } }) => {
  if (operation === "CONNECT") return "no constraint of a policy judges CONNECT";
  return subresource === "" ? undefined : `the webhook is not asked about the subresource ${subresource}`;
};

/**
 * Why a request never reaches the rules in a cluster.
 *
 * @returns `undefined` for a request that does
 * @source templates/validatingwebhookconfiguration.yaml, templates/config.yaml
 */
export const outOfScope = (question: ScopeQuestion, release: Release): string | undefined =>
  reachAlways(question) ?? REACH[release](question);

/** Kinds that the webhook is asked about even where no constraint names them. */
const ALWAYS_SENT: PerRelease<readonly string[]> = {
  "1.66": ["/Pod"],
  "1.76": ["/Pod", "rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/RoleBinding"],
  next: ["/Pod", "rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/RoleBinding"],
};

/** Whether the webhook is asked about a kind whatever the policies. */
export const isAlwaysSent = ({ group, kind }: MatchTarget, release: Release): boolean =>
  ALWAYS_SENT[release].includes(`${group}/${kind}`);
