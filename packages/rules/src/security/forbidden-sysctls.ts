import * as z from "zod/mini";
import { always, type PolicyField } from "../constraint-kind.js";
import { fitsWildcardSuffix } from "../language/wildcard-suffix.js";
import type { SysctlList } from "./sysctl-list.js";

/** `spec.policies.forbiddenSysctls`: the kernel parameters that pods must not set. */
export const forbiddenSysctlsField: PolicyField = { name: "forbiddenSysctls", schema: always(z.array(z.string())) };

/**
 * Pods must not set listed kernel parameters, not even allowed ones.
 *
 * Field    spec.policies.forbiddenSysctls: list of names; a final `*` stands for any rest
 * Judges   Pods: spec.securityContext.sysctls[*].name
 * Allowed  a name that does not fit, compared as written
 * Absent   only allowedUnsafeSysctls counts; in next nothing is checked then
 * Empty    as absent in 1.66; forbids nothing later
 * Fix      remove the parameter from the pod, or set it on the node: in the kubelet's configuration or the node's image
 * Source   security-policy: allowed-sysctls
 */
export const forbiddenSysctls: SysctlList = {
  rule: forbiddenSysctlsField.name,
  isBroken: (patterns, sysctl) => patterns.some((pattern) => fitsWildcardSuffix(pattern, sysctl)),
  isAllowList: false,
  word: {
    "1.66": (sysctl, pod, list) => `The sysctl ${sysctl} is not allowed, pod: ${pod}. Forbidden sysctls: ${list}`,
    "1.76": (sysctl, pod, list) =>
      `The sysctl is not allowed, pod: ${pod}. | Actual sysctl: ${sysctl} | Forbidden sysctls: ${list}`,
    next: (sysctl, pod, list) => `The sysctl is not allowed, pod: ${pod}. | Value ${sysctl} is forbidden by ${list}`,
  },
};
