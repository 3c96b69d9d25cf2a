import { evaluate, forbiddenDetail, readPolicies } from "@ostiary/core";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";

/** A pod at one level and version, and the real library's answer. */
interface Line {
  readonly name: string;
  readonly level: string;
  readonly version: string;
  readonly pod: unknown;
  readonly expect: "pass" | "fail";
  readonly violations?: readonly unknown[];
  readonly message?: string;
}

const POLICIES = readPolicies([]);

/** Pods: those of upstream, our edge cases and random ones. An API server has filled in its defaults. */
const judge = ({ pod, level, version, expect, violations, message }: Line): Outcome => {
  const labels = {
    "pod-security.kubernetes.io/enforce": level,
    "pod-security.kubernetes.io/enforce-version": version,
  };
  const decision = evaluate(pod, labels, POLICIES, { applyDefaults: true });
  const denied = decision.violations.filter(({ action }) => action === "deny");
  return compare(
    {
      allowed: decision.allowed,
      violations: denied.map(({ rule, reason, detail }) => ({ check: rule, reason, detail })),
      message: forbiddenDetail(denied),
      problems: decision.problems,
    },
    { allowed: expect === "pass", violations: violations ?? [], message: message ?? "", problems: [] },
  );
};

/** The pods of `pss`. */
export const pods: CaseFile = {
  names: /^((baseline|restricted)-v1\.\d+|edge-cases|random)\.jsonl$/,
  list: caseEachLine<Line>(({ name, level, version }) => `${name} ${level}:${version}`, judge),
};
