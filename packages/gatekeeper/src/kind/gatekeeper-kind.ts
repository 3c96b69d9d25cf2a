import type { Binding, PolicyDocument, PolicyKind } from "@ostiary/core";
import { SubjectBinder } from "./bind-subject.js";
import type { GatekeeperOptions } from "./gatekeeper-options.js";
import { loadGatekeeper } from "./load-gatekeeper.js";
import { roleOf } from "./policy-documents.js";

/** Who has no documents of Gatekeeper has no Gatekeeper. */
const NOTHING: Binding = { policies: [], considered: [], problems: [] };

/**
 * Gatekeeper as a kind of policy: ConstraintTemplates and their constraints judge objects beside all other policies, with
 * Config, ExpansionTemplates, mutators of what is expanded, and canned answers of Providers.
 *
 * @example
 * ```ts
 * const policies = readPolicies([...templates, ...constraints], { kinds: [gatekeeper({ release: "3.18" })] });
 * ```
 */
export const gatekeeper = (options: GatekeeperOptions = {}): PolicyKind => ({
  name: "Gatekeeper",
  handles: (document) => roleOf(document) !== undefined,
  read: (documents: readonly PolicyDocument[]) => {
    if (documents.length === 0) return { problems: [], bind: () => NOTHING };
    const loaded = loadGatekeeper(documents, options);
    const binder = new SubjectBinder(loaded);
    return { problems: loaded.problems, bind: (subject) => binder.bind(subject) };
  },
});
