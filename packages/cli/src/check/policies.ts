import { type Level, type PodCarrier, type PolicySet, readPolicies, type StandardText } from "@ostiary/core";

/** Which standards hold. */
export interface PolicyChoice {
  /** The level that holds for all, whatever labels and configuration say. */
  readonly level?: Level | undefined;
  /** With `level`: its version. Without: the version of the cluster, that is what `latest` means. E.g. `v1.30`. */
  readonly version?: string | undefined;
  /** A `PodSecurityConfiguration`, bare or inside an `AdmissionConfiguration`. Default: baseline denies, restricted warns. */
  readonly podSecurity?: unknown;
  /** Further kinds of objects that hold pods. */
  readonly podCarriers?: readonly PodCarrier[] | undefined;
}

/** What holds where neither labels nor a configuration say anything. */
const DEFAULT_CONFIGURATION = {
  apiVersion: "pod-security.admission.config.k8s.io/v1",
  kind: "PodSecurityConfiguration",
  defaults: { enforce: "baseline", warn: "restricted" },
} as const;

/** Prepares the policies of a run. What is wrong with them is in their `problems`. */
export const preparePolicies = ({ level, version, podSecurity, podCarriers = [] }: PolicyChoice): PolicySet =>
  readPolicies([podSecurity ?? DEFAULT_CONFIGURATION], {
    podCarriers,
    ...(level === undefined && version !== undefined && { emulatedVersion: version }),
    ...(level !== undefined && { standards: inEveryMode(level, version) }),
  });

const inEveryMode = (
  level: Level,
  version = "latest",
): Readonly<Record<"enforce" | "warn" | "audit", StandardText>> => {
  // Core checks the version that came from outside; a bad one is a problem of the policies.
  const standard = `${level}:${version}` as StandardText;
  return { enforce: standard, warn: standard, audit: standard };
};
