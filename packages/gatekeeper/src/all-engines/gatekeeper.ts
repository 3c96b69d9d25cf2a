import type { PolicyKind } from "@ostiary/core";
import { createGatekeeperKind } from "../kind/gatekeeper-kind.js";
import type { GatekeeperOptions as ChosenOptions } from "../kind/gatekeeper-options.js";
import type { EngineOption } from "../kind/option-problems.js";
import type { RegoEngineOptions } from "../rego-engine/rego-engine-options.js";
import { schemaRules } from "../schema-rules/kubernetes-schema-rules.js";
import { enginesOf } from "./engines-of.js";

/** How Gatekeeper's policies are read and applied. Everything is optional; the engines are by default those of the release. */
export interface GatekeeperOptions extends Partial<ChosenOptions>, Pick<RegoEngineOptions, EngineOption> {}

/**
 * Gatekeeper as a kind of policy: ConstraintTemplates and their constraints judge objects beside all other policies, with
 * Config, ExpansionTemplates, mutators of what is expanded, and canned answers of Providers.
 *
 * @example
 * ```ts
 * const policies = readPolicies([...templates, ...constraints], { kinds: [gatekeeper({ release: "3.18" })] });
 * ```
 */
export const gatekeeper = (options: GatekeeperOptions = {}): PolicyKind =>
  createGatekeeperKind(
    isObject(options) ? { schemaRules: schemaRules(), ...options } : options,
    (given) => given.engines ?? enginesOf({ ...given, externalData: "enabled" }),
  );

/** Callers in JavaScript may hand in anything, which is then refused. */
const isObject = (options: unknown): boolean => typeof options === "object" && options !== null;
