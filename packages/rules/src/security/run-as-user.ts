import { always, type ConstraintSubject, type PolicyField } from "../constraint-kind.js";
import type { MissingBounds } from "../language/number-range.js";
import { printValue } from "../language/print-value.js";
import type { Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView, PodView } from "../subject/pod-view.js";
import { type EffectiveValue, readEffective } from "./effective-value.js";
import { describeIdRule, type IdRule, isInRule, printIdRule, userRuleField } from "./id-rule.js";
import type { Integer } from "./integer-list.js";
import type { ContainerJudge } from "./judge-containers.js";

/** `spec.policies.runAsUser`: the user of a container's processes. */
export const runAsUserField: PolicyField = { name: "runAsUser", schema: always(userRuleField) };

/** The rule that asks for any user but root. */
export const NON_ROOT = "MustRunAsNonRoot";

/** Who a container runs as, as far as the object says. */
export interface User {
  readonly id: EffectiveValue<Integer>;
  readonly nonRoot: EffectiveValue<boolean>;
}

/** Reads who a container runs as. */
export const readUser = (container: ContainerView, pod: PodView): User => ({
  id: readEffective(container, pod, "runAsUser", (context) => context.integer("runAsUser", 64)),
  nonRoot: readEffective(container, pod, "runAsNonRoot", (context) => context.boolean("runAsNonRoot")),
});

/** A user that is not allowed, as messages show it. */
export interface RefusedUser {
  readonly container: string;
  /** `undefined` for a user that is missing. */
  readonly found: string | undefined;
  readonly rule: string;
  /** The parameter of the constraint. */
  readonly allowed: string;
}

/** What differs between releases. */
export interface UserBehaviour {
  /** What a missing bound of a range means. */
  readonly missingBounds: MissingBounds;
  /** Whether an exception covers a user that is not allowed. */
  readonly isCovered: (exception: ObjectView, user: User, rule: string) => boolean;
  readonly word: (refused: RefusedUser, exception: ObjectView) => string;
}

/**
 * The user must lie in a range, or must not be root.
 *
 * Field    spec.policies.runAsUser: {rule: MustRunAs, MustRunAsNonRoot or RunAsAny, ranges: list of {min, max}}
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.{runAsUser,runAsNonRoot}, else
 *          spec.securityContext.{runAsUser,runAsNonRoot}; never the user of the image
 * Allowed  MustRunAs: a user in some range, none without ranges; MustRunAsNonRoot: a user other than 0, whatever runAsNonRoot
 *          says, or no user and runAsNonRoot true
 * Fix      set `runAsUser` in the pod's `securityContext` to a user within a range, or for MustRunAsNonRoot `runAsNonRoot:
 *          true`, and give the image files that this user can read
 * Source   security-policy: allowed-users
 */
export const judgeRunAsUser = (parameter: IdRule, behaviour: UserBehaviour): ContainerJudge => {
  const { missingBounds, isCovered, word } = behaviour;
  const { rule } = parameter;
  const allowed = printIdRule(parameter);
  return (container, subject: ConstraintSubject) => {
    const user = readUser(container, subject.pod);
    const finding = findUser(container, user, parameter, missingBounds);
    if (finding === undefined) return undefined;
    const exception = subject.exception(container.ref);
    if (isCovered(exception, user, rule)) return undefined;
    const found = user.id.found === undefined ? undefined : printValue(user.id.found, "float");
    const message = word({ container: container.ref.name, found, rule, allowed }, exception);
    return { rule: runAsUserField.name, message, findings: [finding] };
  };
};

const findUser = (
  { securityContext, ref: container }: ContainerView,
  { id, nonRoot }: User,
  parameter: IdRule,
  missing: MissingBounds,
): Finding | undefined => {
  const { found, holder } = id;
  if (parameter.rule === NON_ROOT && found === undefined) {
    const path = (nonRoot.found === undefined ? securityContext : nonRoot.holder).path("runAsNonRoot");
    return nonRoot.found === true ? undefined : { path, container, found: nonRoot.found, allowed: true };
  }
  const path = (found === undefined ? securityContext : holder).path("runAsUser");
  if (parameter.rule === NON_ROOT) return Number(found) === 0 ? { path, container, found } : undefined;
  const isAllowed = parameter.rule !== "MustRunAs" || (found !== undefined && isInRule(parameter, found, missing));
  return isAllowed ? undefined : { path, container, found, allowed: describeIdRule(parameter) };
};
