import type { TemplateEngine } from "../engine/template-engine.js";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import type { ProviderAnswers } from "../mutation/external-data.js";
import type { SchemaRules } from "../schema/schema-rules.js";

/** Namespaces that may carry the label by which Gatekeeper's webhooks ignore a Namespace. */
export interface ExemptNamespaces {
  readonly names?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly suffixes?: readonly string[];
}

/** How Gatekeeper's policies are read and applied. */
export interface GatekeeperOptions {
  /** The languages that rules can be written in, the preferred one first: Gatekeeper prefers CEL to Rego. */
  readonly engines: readonly TemplateEngine[];
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** What runs the rules in `x-kubernetes-validations` of templates. Without it they are neither compiled nor run. */
  readonly schemaRules?: SchemaRules;
  /** The answers of providers of external data, by their names; what a review brings counts more. */
  readonly providers?: ProviderAnswers;
  /** Who Gatekeeper itself is: its requests are not looked at. Default: its account where it is usually installed. */
  readonly serviceAccount?: string;
  /** `--exempt-namespace`, `--exempt-namespace-prefix` and `--exempt-namespace-suffix`. Default: none. */
  readonly exemptNamespaces?: ExemptNamespaces;
  /**
   * Whether a workload that is evaluated is judged by the pod that it would create too, as a cluster judges it later; where an
   * ExpansionTemplate is about it, that counts instead. Default `judged`.
   */
  readonly podsOfWorkloads?: "judged" | "ignored";
}
