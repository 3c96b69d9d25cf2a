import { ObjectView, Reading, type RuleResult } from "@ostiary/rules";
import type { PerRelease, Release } from "@ostiary/rules/deckhouse";
import type { PolicyRef, Problem } from "../decision.js";
import { matchesGlob } from "../match/namespace-glob.js";
import type { Binding } from "../policy-kind.js";
import { readKind, type Subject } from "../subject.js";

const NAME = "deny-exec-heritage-pods";
const GUARD: PolicyRef = { kind: "Deckhouse", name: NAME };
const CONSTRAINT = { kind: "D8DenyExecHeritage", name: NAME };

const IS_GUARDED: PerRelease<boolean> = { "1.66": false, "1.76": true, next: true };
const NAMESPACES: readonly string[] = ["d8-*", "kube-*"];
const SUBRESOURCES: readonly string[] = ["exec", "attach"];
const USERS: readonly string[] = ["system:sudouser", "system:serviceaccount:d8-*", "system:serviceaccount:kube-*"];

/** Whether a request enters a container of a pod in one of the namespaces that Deckhouse guards. */
const isGuarded = ({ review, namespace }: Subject, release: Release): boolean =>
  IS_GUARDED[release] &&
  review.operation === "CONNECT" &&
  SUBRESOURCES.includes(review.subresource ?? "") &&
  NAMESPACES.some((pattern) => matchesGlob(pattern, namespace));

/** The pod that the request names, as the inventory has it. */
const findPod = ({ review, name, namespace }: Subject): ObjectView | undefined =>
  (review.inventory ?? [])
    .map((value) => ObjectView.root(new Reading(), value, []))
    .find((view) => {
      const { group, kind } = readKind(view);
      const metadata = view.object("metadata");
      const isPod = group === "" && kind === "Pod";
      return isPod && metadata.string("name") === name && metadata.string("namespace") === namespace;
    });

const refuse = ({ name, namespace }: Subject, user: string): RuleResult => ({
  message: `Exec/attach to Pod "${name}" in namespace "${namespace}" with label 'heritage: deckhouse' is forbidden for user "${user}"`,
  findings: [],
});

const reportUnknown = ({ name }: Subject): Problem => ({
  code: "needs-facts",
  message: `whether pod \`${name}\` may be entered is not known: the inventory does not have it`,
  policy: GUARD,
  effect: "report",
});

/**
 * Guards Deckhouse's own pods: nobody but Deckhouse, the system and its administrators opens a shell in them.
 *
 * @returns `undefined` for a request that is none of these
 * @source templates/policies, deny-exec-heritage; charts/constraint-templates/templates/security/deny-exec-heritage.yaml
 */
export const guardExec = (subject: Subject, release: Release): Binding | undefined => {
  if (!isGuarded(subject, release)) return undefined;
  const user = subject.review.userInfo?.username ?? "";
  const isTrusted = USERS.some((pattern) => matchesGlob(pattern, user));
  const pod = isTrusted ? undefined : findPod(subject);
  const isOwn = pod?.object("metadata").object("labels").string("heritage") === "deckhouse";
  const rule = {
    id: CONSTRAINT.kind,
    about: { constraint: CONSTRAINT },
    run: () => (isOwn ? [refuse(subject, user)] : []),
  };
  return {
    policies: [{ policy: GUARD, actions: ["deny"], rules: [rule] }],
    considered: [],
    problems: isTrusted || pod !== undefined ? [] : [reportUnknown(subject)],
  };
};
