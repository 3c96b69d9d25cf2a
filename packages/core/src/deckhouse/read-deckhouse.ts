import type { RegexEngine, Release } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";
import type { Exceptions } from "./exceptions.js";
import { reportMisspeltSettings } from "./misspelt-settings.js";
import { type ModuleConfig, type ModuleSettings, moduleConfigSchema, resolveSettings } from "./module-settings.js";
import { indexPolicies, type PolicyIndex } from "./policy-index.js";
import type { Preparation } from "./prepared-constraint.js";
import { preparePolicies } from "./prepared-policy.js";
import { type PreparedStandards, prepareStandards } from "./prepared-standards.js";
import { readDocument } from "./read-document.js";
import { readExceptions } from "./read-exceptions.js";
import { readPolicyDocuments } from "./read-policy.js";

/** What can be set about Deckhouse's policies. */
export interface DeckhouseOptions {
  /** The state of Deckhouse. Default: the newest released one that is known. */
  readonly release?: Release;
  /**
   * With `deckhouse`, Deckhouse's own Pod Security Standards hold, by namespace labels and module settings. Policies hold
   * under either. Default: `kubernetes`.
   */
  readonly profile?: "kubernetes" | "deckhouse";
  /**
   * The version that the cluster was installed with, e.g. `v1.60.0`: it decides the default policy where the settings do not;
   * `""` for a cluster without a record of it. Default: that of a recent cluster.
   */
  readonly installVersion?: string;
  /**
   * Gets the regular expressions of policies ready, e.g. a complete implementation of RE2. Default: an engine of Ostiary's own
   * that takes time linear in the text and knows nearly all of RE2's syntax; a pattern that it does not know is a problem
   * that refuses.
   */
  readonly regex?: RegexEngine;
}

/** Everything that has been read of Deckhouse's policies, ready to be bound. */
export interface LoadedDeckhouse {
  readonly release: Release;
  readonly policies: PolicyIndex;
  readonly standards: PreparedStandards | undefined;
  readonly exceptions: Exceptions;
  /** Whether there is neither a policy nor a standard. */
  readonly asksForNothing: boolean;
}

/** Reads all documents of Deckhouse at once. */
export const readDeckhouse = (
  documents: readonly PolicyDocument[],
  options: DeckhouseOptions,
  release: Release,
  problems: Problem[],
): LoadedDeckhouse => {
  const of = (kind: string) => documents.filter((document) => document.kind === kind);
  const policies = readPolicyDocuments(documents, release, problems);
  const settings = readSettings(of("ModuleConfig"), options.installVersion, release, problems);
  return {
    release,
    policies: indexPolicies(preparePolicies(policies, toPreparation(options, release), problems)),
    standards: options.profile === "deckhouse" ? prepareStandards(settings, release, problems) : undefined,
    exceptions: readExceptions(of("SecurityPolicyException"), release, problems),
    asksForNothing: policies.length === 0 && options.profile !== "deckhouse",
  };
};

const toPreparation = ({ regex }: DeckhouseOptions, release: Release): Preparation => ({
  release,
  ...(regex !== undefined && { regex }),
});

const readSettings = (
  configs: readonly PolicyDocument[],
  installVersion: string | undefined,
  release: Release,
  problems: Problem[],
): ModuleSettings => {
  const [first, second] = configs;
  if (second !== undefined) {
    problems.push(refuseDocument(second, "duplicate-configuration", "there is another ModuleConfig of the module"));
  }
  if (first === undefined) return resolveSettings(undefined, installVersion, release);
  const { content, problems: faults } = readDocument(first, moduleConfigSchema);
  const reports = [...reportMisspeltSettings(first), ...reportVulnerableImages(first, content)];
  for (const problem of [...faults, ...reports]) problems.push(problem);
  return resolveSettings(content, installVersion, release);
};

/** Which images are vulnerable only a scanner of the cluster knows. */
const reportVulnerableImages = (document: PolicyDocument, config: ModuleConfig | undefined): readonly Problem[] => {
  if (config?.spec.settings?.denyVulnerableImages?.enabled !== true) return [];
  const path = ["spec", "settings", "denyVulnerableImages"];
  const message = "`spec.settings.denyVulnerableImages`: not evaluated, it takes a scanner's verdict on each image";
  return [{ ...refuseDocument(document, "needs-facts", message), path, effect: "report" }];
};
