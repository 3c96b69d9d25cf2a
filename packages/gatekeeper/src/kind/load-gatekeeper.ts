import type { Json, PolicyDocument, Problem } from "@ostiary/core";
import { createClient } from "../client/create-client.js";
import type { GatekeeperClient } from "../client/gatekeeper-client.js";
import { type ExpansionTemplateSet, readExpansionTemplates } from "../expansion/read-expansion-templates.js";
import { NEWEST_RELEASE } from "../gatekeeper-release.js";
import { type MutatorSet, readMutators } from "../mutation/read-mutators.js";
import type { Fault } from "../outcome.js";
import { findProviderFault } from "../resource/provider.js";
import { type ExcludedNamespaces, readExcludedNamespaces } from "./excluded-namespaces.js";
import type { GatekeeperOptions } from "./gatekeeper-options.js";
import { moveProblems, refuseDocuments, sortDocuments } from "./policy-documents.js";

/** Gatekeeper's policies, ready for use. Immutable. */
export interface LoadedGatekeeper {
  readonly options: GatekeeperOptions;
  readonly client: GatekeeperClient;
  readonly mutators: MutatorSet;
  readonly expansions: ExpansionTemplateSet;
  readonly isExcluded: ExcludedNamespaces;
  readonly problems: readonly Problem[];
}

/** Reads all documents of Gatekeeper. What cannot be read is a problem and hinders nothing else. */
export const loadGatekeeper = (documents: readonly PolicyDocument[], options: GatekeeperOptions): LoadedGatekeeper => {
  const { release = NEWEST_RELEASE, engines, schemaRules } = options;
  const sorted = sortDocuments(documents);
  const valuesOf = (list: readonly PolicyDocument[]): readonly unknown[] => list.map(({ value }) => value);
  const { client, templateFaults, constraintFaults } = createClient(
    { templates: valuesOf(sorted.templates), constraints: valuesOf(sorted.constraints), data: [] },
    {
      release,
      engines,
      enforcementPoints: ["validation.gatekeeper.sh"],
      ...(schemaRules !== undefined && { schemaRules }),
      parameterRules: "run",
    },
  );
  const mutators = readMutators(valuesOf(sorted.mutators), { release });
  const expansions = readExpansionTemplates(valuesOf(sorted.expansions), { release });
  return {
    options,
    client,
    mutators: mutators.mutators,
    expansions: expansions.templates,
    isExcluded: readExcludedNamespaces(valuesOf(sorted.configs)),
    problems: [
      ...refuseDocuments(sorted.templates, templateFaults),
      ...refuseDocuments(sorted.constraints, constraintFaults),
      ...moveProblems(sorted.mutators, mutators.problems),
      ...moveProblems(sorted.expansions, expansions.problems),
      ...refuseDocuments(sorted.providers, sorted.providers.map(judgeProvider)),
    ],
  };
};

/** Documents come from readers of JSON. */
const judgeProvider = ({ value }: PolicyDocument): Fault | undefined => findProviderFault(value as Json);
