import { type Operation, readPolicies, review } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import type { Release } from "@ostiary/rules/deckhouse";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";
import { compareViolations, type ExpectedViolation } from "./compare-violations.js";
import { moduleConfig, type StandardsSettings } from "./module-config.js";

/** A whole request under policies and settings, and every violation that the real engine reports. */
interface Line {
  readonly name: string;
  readonly release: Release;
  readonly settings?: {
    readonly podSecurityStandards?: StandardsSettings;
    /** Absent for a cluster that has no record of it. */
    readonly installVersion?: string;
  };
  readonly namespace: { readonly metadata: { readonly name: string } };
  readonly operation: Operation;
  readonly object: unknown;
  /** Absent where an update changes nothing. */
  readonly oldObject?: unknown;
  readonly policies?: readonly unknown[];
  readonly expect: readonly ExpectedViolation[];
}

const judge = (line: Line): Outcome => {
  const { release, settings = {}, namespace, operation, object, oldObject, policies = [], expect } = line;
  const { podSecurityStandards, installVersion = "" } = settings;
  const policySet = readPolicies(policies, {
    kinds: [deckhouse({ profile: "deckhouse", release, installVersion })],
    ...(podSecurityStandards !== undefined && { settings: moduleConfig(podSecurityStandards) }),
  });
  const request = {
    operation,
    object,
    ...(operation === "UPDATE" && { oldObject: oldObject ?? object }),
    namespace: namespace.metadata.name,
    namespaceObject: namespace,
  };
  return compareViolations(review(request, policySet), expect);
};

/** Whole requests: from policies and settings to every violation, end to end. */
export const differential: CaseFile = {
  names: /^differential-.+\.jsonl$/,
  list: caseEachLine<Line>(({ name }) => name, judge),
};
