import { randomUUID } from "node:crypto";
import {
  type Level,
  type PodCarrier,
  type PolicyKind,
  type PolicySet,
  readPolicies,
  type StandardText,
} from "@ostiary/core";
import type { DeckhouseOptions } from "@ostiary/core/deckhouse";
import { readIdentity } from "./identity.js";
import { isAdmissionPolicy, isGatekeeperPolicy } from "./policy-document.js";

/** Which policies hold. */
export interface PolicyChoice {
  /**
   * Whose cluster is meant: with `deckhouse` Deckhouse's own Pod Security Standards hold, and of Kubernetes' only what labels
   * and configuration say. Default: `kubernetes`.
   */
  readonly profile?: DeckhouseOptions["profile"] | undefined;
  /** The state of Deckhouse. Default: the newest released one that is known. */
  readonly release?: DeckhouseOptions["release"] | undefined;
  /** The version that the cluster was installed with, which decides Deckhouse's default policy. */
  readonly installVersion?: string | undefined;
  /** Policy documents. */
  readonly policies?: readonly unknown[] | undefined;
  /** The level that holds for all, whatever labels and configuration say. */
  readonly level?: Level | undefined;
  /** With `level`: its version. Without: the version of the cluster, that is what `latest` means. E.g. `v1.30`. */
  readonly version?: string | undefined;
  /**
   * A `PodSecurityConfiguration`, bare or inside an `AdmissionConfiguration`. Default in a cluster of Kubernetes: baseline
   * denies, restricted warns.
   */
  readonly podSecurity?: unknown;
  /** Further kinds of objects that hold pods. */
  readonly podCarriers?: readonly PodCarrier[] | undefined;
  /**
   * By what templates of Gatekeeper see the pods of workloads: `built-in` judges every workload by the pod that it would create
   * too, `templates` only where an ExpansionTemplate says so, as gator does. Default: `built-in`.
   */
  readonly expansion?: "built-in" | "templates" | undefined;
}

/** What holds where neither labels nor a configuration say anything. */
const DEFAULT_CONFIGURATION = {
  apiVersion: "pod-security.admission.config.k8s.io/v1",
  kind: "PodSecurityConfiguration",
  defaults: { enforce: "baseline", warn: "restricted" },
} as const;

/** The groups of files that API servers take as the configuration of their admission. */
const SERVER_GROUPS: readonly string[] = ["pod-security.admission.config.k8s.io", "apiserver.config.k8s.io"];

/** Whether an object configures an API server's admission. */
export const isServerConfiguration = (value: unknown): boolean =>
  SERVER_GROUPS.includes(readIdentity(value).apiVersion.split("/")[0] ?? "");

/**
 * Loads the kinds of policies that a choice asks for. Most runs ask for none beyond the Pod Security Standards, and are spared
 * the loading.
 */
export const loadPolicyKinds = async (choice: PolicyChoice): Promise<readonly PolicyKind[]> => [
  ...(await loadDeckhouse(choice)),
  ...(await loadGatekeeper(choice)),
];

const loadDeckhouse = async (choice: PolicyChoice): Promise<readonly PolicyKind[]> => {
  const { profile, release, installVersion, policies = [] } = choice;
  if (profile !== "deckhouse" && policies.length === 0) return [];
  const { deckhouse } = await import("@ostiary/core/deckhouse");
  const options: DeckhouseOptions = {
    ...(profile !== undefined && { profile }),
    ...(release !== undefined && { release }),
    ...(installVersion !== undefined && { installVersion }),
  };
  return [deckhouse(options)];
};

/** Rego and CEL are large, and most runs have no use for them. */
const loadGatekeeper = async (choice: PolicyChoice): Promise<readonly PolicyKind[]> => {
  const identities = (choice.policies ?? []).map(readIdentity);
  const [wantsGatekeeper, wantsAdmission] = [isGatekeeperPolicy, isAdmissionPolicy].map((is) => identities.some(is));
  if (wantsGatekeeper !== true && wantsAdmission !== true) return [];
  const { gatekeeper, validatingAdmissionPolicies } = await import("@ostiary/gatekeeper");
  return [
    ...(wantsGatekeeper === true ? [gatekeeper({ ...ofDeckhouse(choice), ...ofExpansion(choice), ...SOURCES })] : []),
    ...(wantsAdmission === true ? [validatingAdmissionPolicies()] : []),
  ];
};

const NANOSECONDS = 1_000_000n;

/** What rules may depend on beside their input. */
const SOURCES = {
  now: () => BigInt(Date.now()) * NANOSECONDS,
  random: Math.random,
  uuid: randomUUID,
};

/** The release of Gatekeeper that a state of Deckhouse ships. */
const SHIPPED = { "1.66": "3.13", "1.76": "3.22", next: "3.22" } as const;

/** Deckhouse has a Gatekeeper of its own release, which sends no requests for rules. */
const ofDeckhouse = ({ profile, release = "1.76" }: PolicyChoice) =>
  profile === "deckhouse" ? ({ release: SHIPPED[release], disabledBuiltins: ["http.send"] } as const) : {};

const ofExpansion = ({ expansion }: PolicyChoice) =>
  expansion === "templates" ? ({ podsOfWorkloads: "ignored" } as const) : {};

/**
 * Prepares the policies of a run. What is wrong with them is in their `problems`.
 *
 * @param kinds - what {@link loadPolicyKinds} gave. Default: the Pod Security Standards of Kubernetes alone
 */
export const preparePolicies = (choice: PolicyChoice, kinds: readonly PolicyKind[] = []): PolicySet => {
  const { level, version, podCarriers = [], policies = [] } = choice;
  // The configuration comes last, so that policies keep their numbers.
  return readPolicies([...policies, ...configurationOf(choice)], {
    kinds,
    podCarriers,
    ...(level === undefined && version !== undefined && { emulatedVersion: version }),
    ...(level !== undefined && { standards: inEveryMode(level, version) }),
  });
};

const configurationOf = ({ podSecurity, profile, policies = [] }: PolicyChoice): readonly unknown[] => {
  if (podSecurity !== undefined) return [podSecurity];
  return profile === "deckhouse" || policies.some(isServerConfiguration) ? [] : [DEFAULT_CONFIGURATION];
};

const inEveryMode = (
  level: Level,
  version = "latest",
): Readonly<Record<"enforce" | "warn" | "audit", StandardText>> => {
  // Core checks the version that came from outside; a bad one is a problem of the policies.
  const standard = `${level}:${version}` as StandardText;
  return { enforce: standard, warn: standard, audit: standard };
};
