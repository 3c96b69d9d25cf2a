import type { GroupKind } from "@ostiary/rules";
import { DEFAULT_RELEASE, RELEASES } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import { refuseOption } from "../invalid-option.js";
import { ownFields } from "../own-fields.js";
import type { Binding, PolicyDocument, PolicyKind } from "../policy-kind.js";
import { findUnknownOptions, type OptionNames } from "../unknown-options.js";
import { bindDeckhouse } from "./bind.js";
import { type DeckhouseOptions, readDeckhouse } from "./read-deckhouse.js";

/** Who has neither policies nor the profile pays nothing for them. */
const NOTHING: Binding = { policies: [], considered: [], problems: [] };
const bindNothing = (): Binding => NOTHING;

const GROUP = "deckhouse.io";
const KINDS: readonly string[] = ["OperationPolicy", "SecurityPolicy", "SecurityPolicyException", "ModuleConfig"];

/**
 * Deckhouse's admission-policy-engine as a kind of policy: OperationPolicy, SecurityPolicy, SecurityPolicyException, the
 * ModuleConfig of the module, and with `profile: "deckhouse"` Deckhouse's own Pod Security Standards.
 *
 * @example
 * ```ts
 * const policies = readPolicies(documents, { kinds: [deckhouse({ release: "1.76" })] });
 * ```
 */
export const deckhouse = (options: DeckhouseOptions = {}): PolicyKind => ({
  name: "Deckhouse",
  handles: ({ group, kind }: GroupKind) => group === GROUP && KINDS.includes(kind),
  read: (documents: readonly PolicyDocument[]) => {
    const problems: Problem[] = [];
    const { release = DEFAULT_RELEASE, ...others } = readOptions(options, problems);
    const loaded = readDeckhouse(documents, others, release, problems);
    return { problems, bind: loaded.asksForNothing ? bindNothing : (subject) => bindDeckhouse(subject, loaded) };
  },
});

const PROFILES: readonly NonNullable<DeckhouseOptions["profile"]>[] = ["kubernetes", "deckhouse"];

const OPTION_NAMES: OptionNames<DeckhouseOptions> = { release: true, profile: true, installVersion: true, regex: true };

/** Reads options as JavaScript may hand them in: what cannot be meant is left out and refuses. */
const readOptions = (options: DeckhouseOptions, problems: Problem[]): DeckhouseOptions => {
  const { release, profile, installVersion, regex } = ownFields(options);
  problems.push(...findUnknownOptions(options, OPTION_NAMES));
  const isVersion = installVersion === undefined || typeof installVersion === "string";
  if (!isVersion) problems.push(refuseOption("installVersion", installVersion, "a string"));
  const isEngine = regex === undefined || typeof regex === "function";
  if (!isEngine) problems.push(refuseOption("regex", regex, "a function"));
  return {
    ...(isOneOf("release", release, RELEASES, problems) && { release }),
    ...(isOneOf("profile", profile, PROFILES, problems) && { profile }),
    ...(isVersion && installVersion !== undefined && { installVersion }),
    ...(isEngine && regex !== undefined && { regex }),
  };
};

const isOneOf = <Value extends string>(
  option: string,
  value: Value | undefined,
  known: readonly Value[],
  problems: Problem[],
): value is Value => {
  if (value === undefined) return false;
  if (known.includes(value)) return true;
  problems.push(refuseOption(option, value, `one of ${known.join(", ")}`));
  return false;
};
