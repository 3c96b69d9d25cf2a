import * as z from "zod/mini";
import { always, type PolicyField } from "../constraint-kind.js";
import { fitsWildcardSuffix } from "../language/wildcard-suffix.js";
import type { SysctlList } from "./sysctl-list.js";

/** `spec.policies.allowedUnsafeSysctls`: the kernel parameters that pods may set. */
export const allowedUnsafeSysctlsField: PolicyField = {
  name: "allowedUnsafeSysctls",
  schema: always(z.array(z.string())),
};

/**
 * Pods may set only listed kernel parameters, safe ones too.
 *
 * Field    spec.policies.allowedUnsafeSysctls: list of names; a final `*` stands for any rest
 * Judges   Pods: spec.securityContext.sysctls[*].name
 * Allowed  a name that fits, compared as written: `kernel/msgmax` is not `kernel.msgmax`
 * Absent   only forbiddenSysctls counts; in next nothing is checked then
 * Empty    as absent in 1.66; no sysctl is allowed later
 * Fix      remove the parameter from the pod, or set it on the node: in the kubelet's configuration or the node's image
 * Source   security-policy: allowed-sysctls
 */
export const allowedUnsafeSysctls: SysctlList = {
  rule: allowedUnsafeSysctlsField.name,
  isBroken: (patterns, sysctl) => !patterns.some((pattern) => fitsWildcardSuffix(pattern, sysctl)),
  isAllowList: true,
  word: {
    "1.66": (sysctl, pod, list) =>
      `The sysctl ${sysctl} is not explicitly allowed, pod: ${pod}. Allowed sysctls: ${list}`,
    "1.76": (sysctl, pod, list) =>
      `The sysctl is not allowed, pod: ${pod}. | Actual sysctl: ${sysctl} | Allowed sysctls: ${list}`,
    next: (sysctl, pod, list) => `The sysctl is not allowed, pod: ${pod}. | Value ${sysctl} is not allowed by ${list}`,
  },
};
