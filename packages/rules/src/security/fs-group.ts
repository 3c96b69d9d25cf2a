import { always, type PolicyField } from "../constraint-kind.js";
import { type GroupWording, judgeGroups } from "./group-rule.js";
import { groupRuleField, type IdRule } from "./id-rule.js";
import type { ContainerJudge } from "./judge-containers.js";

/** `spec.policies.fsGroup`: the group that owns a pod's volumes. */
export const fsGroupField: PolicyField = { name: "fsGroup", schema: always(groupRuleField) };

/**
 * The group that owns a pod's volumes must lie in a range. The API has it for pods only; the rule looks at containers first all
 * the same, and reports each.
 *
 * Field    spec.policies.fsGroup: {rule: MustRunAs, MayRunAs or RunAsAny, ranges: list of {min, max}}
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.fsGroup, else
 *          spec.securityContext.fsGroup
 * Allowed  a group in some range, any group without ranges; absent only with MayRunAs
 * Fix      set `spec.securityContext.fsGroup` of the pod to a group within a range
 * Source   security-policy: allowed-users
 */
export const judgeFsGroup = (parameter: IdRule, wording: GroupWording): ContainerJudge =>
  judgeGroups("fsGroup", parameter, wording);
