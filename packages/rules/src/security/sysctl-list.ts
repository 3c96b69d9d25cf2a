import type { PerRelease } from "../release.js";

/** A list of patterns for names of sysctls, and what it says. */
export interface SysctlList {
  /** The field of the policy. */
  readonly rule: string;
  /** Whether a sysctl breaks the rule. */
  readonly isBroken: (patterns: readonly string[], sysctl: string) => boolean;
  /** Whether the list says what is accepted. */
  readonly isAllowList: boolean;
  /** Words a violation, given the sysctl, the pod and the list. */
  readonly word: PerRelease<(sysctl: string, pod: string, list: string) => string>;
}
