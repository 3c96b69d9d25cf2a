import { always, type PolicyField } from "../constraint-kind.js";
import { type GroupWording, judgeGroups } from "./group-rule.js";
import { groupRuleField, type IdRule } from "./id-rule.js";
import type { ContainerJudge } from "./judge-containers.js";

/** `spec.policies.supplementalGroups`: the further groups of a container's processes. */
export const supplementalGroupsField: PolicyField = { name: "supplementalGroups", schema: always(groupRuleField) };

/**
 * Every further group must lie in a range. The API has them for pods only; the rule looks at containers first all the same, and
 * reports each.
 *
 * Field    spec.policies.supplementalGroups: {rule: MustRunAs, MayRunAs or RunAsAny, ranges: list of {min, max}}
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.supplementalGroups, else
 *          spec.securityContext.supplementalGroups
 * Allowed  groups in some range, an empty list, any groups without ranges; absent only with MayRunAs
 * Fix      set `spec.securityContext.supplementalGroups` of the pod to groups within the ranges; `[]` for none
 * Source   security-policy: allowed-users
 */
export const judgeSupplementalGroups = (parameter: IdRule, wording: GroupWording): ContainerJudge =>
  judgeGroups("supplementalGroups", parameter, wording);
