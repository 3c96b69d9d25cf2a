import type { Binding, PolicyDocument, PolicyKind } from "@ostiary/core";
import { SubjectBinder } from "./bind-subject.js";
import type { GatekeeperOptions } from "./gatekeeper-options.js";
import { loadGatekeeper } from "./load-gatekeeper.js";
import { optionProblems } from "./option-problems.js";
import { roleOf } from "./policy-documents.js";

/** Who has no documents of Gatekeeper has no Gatekeeper. */
const NOTHING: Binding = { policies: [], considered: [], problems: [] };

/**
 * Gatekeeper as a kind of policy, as {@link createGatekeeperKind} makes it, with the engines that the host names.
 *
 * @example
 * ```ts
 * const rego = regoEngine({ builtins: lightBuiltins() });
 * const policies = readPolicies(documents, { kinds: [gatekeeper({ engines: [rego] })] });
 * ```
 */
export const gatekeeper = (options: GatekeeperOptions): PolicyKind =>
  // Callers in JavaScript may name none: then no template has an engine, which refuses.
  createGatekeeperKind(options, ({ engines = [] }) => engines);

/**
 * Gatekeeper as a kind of policy: ConstraintTemplates and their constraints judge objects beside all other policies, with
 * Config, ExpansionTemplates, mutators of what is expanded, and canned answers of Providers.
 *
 * @param enginesOf - makes the engines, which costs something, once there is a document for them
 */
export const createGatekeeperKind = <Options extends Omit<GatekeeperOptions, "engines">>(
  options: Options,
  enginesOf: (options: Options) => GatekeeperOptions["engines"],
): PolicyKind => ({
  name: "Gatekeeper",
  handles: (document) => roleOf(document) !== undefined,
  read: (documents: readonly PolicyDocument[]) => {
    const problems = optionProblems(options);
    if (documents.length === 0 || problems.length > 0) return { problems, bind: () => NOTHING };
    const loaded = loadGatekeeper(documents, { ...options, engines: enginesOf(options) });
    const binder = new SubjectBinder(loaded);
    return { problems: loaded.problems, bind: (subject) => binder.bind(subject) };
  },
});
