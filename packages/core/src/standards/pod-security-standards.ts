import {
  type ActiveControl,
  activeControls,
  CONTROLS,
  exceptInUserNamespace,
  newestVersion,
  type RestrictingLevel,
  type RuleResult,
} from "@ostiary/rules";
import type { BoundRule } from "../policy-kind.js";
import type { Subject } from "../subject.js";
import { type Standard, versionNumber } from "./standard.js";

/** What a server may add to the standards. */
export interface StandardsOptions {
  /** The newest version that the server knows, 30 for v1.30: `latest` and later versions mean this one; or infinity. */
  readonly emulatedVersion: number;
  /** The alpha feature gate `UserNamespacesPodSecurityStandards` of servers v1.29 to v1.34. */
  readonly userNamespaceGate: boolean;
}

/** A rule that looks at nothing but the pod. */
export interface PodRule extends BoundRule {
  run(subject: Pick<Subject, "pod">): readonly RuleResult[];
}

/** Gives the rules that a standard consists of. */
export type RulesOf = (standard: Standard) => readonly PodRule[];

const HELP = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
const PASSED: readonly RuleResult[] = Object.freeze([]);

/**
 * Prepares the rules of the standards. Each level and version is put together once, when it is first asked for.
 *
 * @source policy/registry.go
 */
export const preparePodSecurityStandards = (options: StandardsOptions): RulesOf => {
  const newest = Math.min(newestVersion(CONTROLS), options.emulatedVersion);
  const prepared = {
    baseline: new Map<number, readonly PodRule[]>(),
    restricted: new Map<number, readonly PodRule[]>(),
  };
  return ({ level, version }) => {
    if (level === "privileged") return [];
    const known = Math.min(versionNumber(version), newest);
    const ready = prepared[level].get(known);
    if (ready !== undefined) return ready;
    const rules = bindControls(level, known, options);
    prepared[level].set(known, rules);
    return rules;
  };
};

const bindControls = (level: RestrictingLevel, version: number, options: StandardsOptions): readonly PodRule[] =>
  activeControls(CONTROLS, level, version).map((active) => bindControl(active, options));

const bindControl = ({ control, behaviour }: ActiveControl, options: StandardsOptions): PodRule => {
  const isGated = options.userNamespaceGate && control.userNamespaceGate === true;
  const find = isGated ? exceptInUserNamespace(behaviour.find) : behaviour.find;
  return {
    id: control.id,
    about: { help: `${HELP}#${control.level}` },
    run: ({ pod }) => {
      const findings = pod === undefined ? [] : find(pod);
      if (findings.length === 0) return PASSED;
      const { reason, detail } = behaviour.word(findings);
      return [{ message: withDetail(reason, detail), reason, detail, findings }];
    },
  };
};

const withDetail = (reason: string, detail: string): string => (detail === "" ? reason : `${reason} (${detail})`);

/**
 * Joins the results of a standard to the text that Kubernetes gives: `host namespaces (hostNetwork=true), privileged (…)`.
 *
 * @source policy/checks.go, ForbiddenDetail
 */
export const forbiddenDetail = (results: readonly Pick<RuleResult, "message">[]): string =>
  results.map(({ message }) => message).join(", ");

/** Joins the reasons of a standard's results: `host namespaces, privileged`. */
export const forbiddenReason = (results: readonly Pick<RuleResult, "reason">[]): string =>
  results.map(({ reason }) => reason ?? "").join(", ");
