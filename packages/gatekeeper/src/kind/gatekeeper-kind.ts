import type { Binding, PolicyDocument, PolicyKind, Problem } from "@ostiary/core";
import { GATEKEEPER_RELEASES } from "../gatekeeper-release.js";
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
    const problems = optionProblems(options);
    const loaded = loadGatekeeper(documents, problems.length === 0 ? options : {});
    const binder = new SubjectBinder(loaded);
    return { problems: [...problems, ...loaded.problems], bind: (subject) => binder.bind(subject) };
  },
});

/** Callers in JavaScript have no types to keep to: what cannot be meant refuses. */
const optionProblems = (options: unknown): readonly Problem[] => {
  if (typeof options !== "object" || options === null) return [refuseOption("gatekeeper", "an object")];
  const release: unknown = Object.hasOwn(options, "release") ? Reflect.get(options, "release") : undefined;
  const isKnown = release === undefined || GATEKEEPER_RELEASES.some((known) => known === release);
  return isKnown ? [] : [refuseOption("release", `one of ${GATEKEEPER_RELEASES.join(", ")}`)];
};

const refuseOption = (option: string, expected: string): Problem => ({
  code: "invalid-option",
  message: `option \`${option}\`: expected ${expected}`,
  effect: "deny",
});
