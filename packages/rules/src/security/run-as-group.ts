import { always, type PolicyField } from "../constraint-kind.js";
import { type GroupWording, judgeGroups } from "./group-rule.js";
import { groupRuleField, type IdRule } from "./id-rule.js";
import type { ContainerJudge } from "./judge-containers.js";

/** `spec.policies.runAsGroup`: the primary group of a container's processes. */
export const runAsGroupField: PolicyField = { name: "runAsGroup", schema: always(groupRuleField) };

/**
 * The primary group must lie in a range.
 *
 * Field    spec.policies.runAsGroup: {rule: MustRunAs, MayRunAs or RunAsAny, ranges: list of {min, max}}
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.runAsGroup, else
 *          spec.securityContext.runAsGroup
 * Allowed  a group in some range, any group without ranges; absent only with MayRunAs
 * Fix      set `runAsGroup` in the pod's `securityContext` to a group within a range
 * Source   security-policy: allowed-users
 */
export const judgeRunAsGroup = (parameter: IdRule, wording: GroupWording): ContainerJudge =>
  judgeGroups("runAsGroup", parameter, wording);
