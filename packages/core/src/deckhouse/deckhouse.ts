import type { GroupKind } from "@ostiary/rules";
import { DEFAULT_RELEASE } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import type { Binding, PolicyDocument, PolicyKind } from "../policy-kind.js";
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
    const loaded = readDeckhouse(documents, options, options.release ?? DEFAULT_RELEASE, problems);
    return { problems, bind: loaded.asksForNothing ? bindNothing : (subject) => bindDeckhouse(subject, loaded) };
  },
});
