import { evaluate, forbiddenDetail, readPolicies } from "@ostiary/core";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";
import { type DocumentPlace, type Manifests, nameDocument } from "./manifests.js";

/** An object that holds a pod, at one level and version, and the real library's answer. */
interface Line extends DocumentPlace {
  readonly level: string;
  readonly version: string;
  readonly allowed: boolean;
  readonly violations: readonly unknown[];
  /** `null` when the object is allowed. */
  readonly message: string | null;
}

const POLICIES = readPolicies([]);

/** Answers to the objects as they are written. */
export const pss = (manifests: Manifests): CaseFile => ({
  names: /^pss\.jsonl$/,
  list: caseEachLine(nameCase, (line: Line) => judge(line, manifests, { applyDefaults: false })),
});

/** Answers that are others once an API server has filled in its defaults. */
export const pssDefaulted = (manifests: Manifests): CaseFile => ({
  names: /^pss-defaulted\.jsonl$/,
  list: caseEachLine(nameCase, (line: Line) => judge(line, manifests, { applyDefaults: true })),
});

const nameCase = (line: Line): string => `${nameDocument(line)} ${line.level}:${line.version}`;

const judge = (line: Line, manifests: Manifests, options: { readonly applyDefaults: boolean }): Outcome => {
  const { level, version } = line;
  const document = manifests.find(line);
  if (document?.kind !== "object") return { kind: "failed", difference: `read as ${document?.kind ?? "nothing"}` };
  const labels = {
    "pod-security.kubernetes.io/enforce": level,
    "pod-security.kubernetes.io/enforce-version": version,
  };
  const decision = evaluate(document.value, labels, POLICIES, options);
  const denied = decision.violations.filter(({ action }) => action === "deny");
  return compare(
    {
      allowed: decision.allowed,
      violations: denied.map(({ rule, reason, detail }) => ({ check: rule, reason, detail })),
      message: denied.length === 0 ? null : `violates PodSecurity "${level}:${version}": ${forbiddenDetail(denied)}`,
      problems: decision.problems,
    },
    { allowed: line.allowed, violations: line.violations, message: line.message, problems: [] },
  );
};
