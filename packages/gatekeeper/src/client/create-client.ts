import { readConstraint } from "../constraint/read-constraint.js";
import { findRuleFault } from "../constraint/rule-fault.js";
import type { TemplateEngine } from "../engine/template-engine.js";
import { type GatekeeperRelease, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { createInventory } from "../inventory/inventory.js";
import type { Fault } from "../outcome.js";
import type { SchemaRules } from "../schema/schema-rules.js";
import { readTemplate } from "../template/read-template.js";
import { chooseEngine } from "./choose-engine.js";
import type { ClientDocuments, EnforcementPoint, LoadedClient } from "./gatekeeper-client.js";
import type { LoadedTemplate } from "./loaded-template.js";
import { LoadedReviewer } from "./reviewer.js";

/** How templates and constraints are loaded. */
export interface ClientOptions {
  /** The languages that rules can be written in, the preferred one first: Gatekeeper prefers CEL to Rego. */
  readonly engines: readonly TemplateEngine[];
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** What runs the rules in `x-kubernetes-validations` of templates. Without it they are not compiled. */
  readonly schemaRules?: SchemaRules;
  /**
   * Whether constraints are held against these rules, as an API server does before Gatekeeper sees them; gator does not.
   * Default `ignored`.
   */
  readonly parameterRules?: "run" | "ignored";
  /** Where the client is asked. Default: the webhook, the audit and gator. */
  readonly enforcementPoints?: readonly EnforcementPoint[];
}

const POINTS: readonly EnforcementPoint[] = ["validation.gatekeeper.sh", "audit.gatekeeper.sh", "gator.gatekeeper.sh"];

/**
 * Loads templates, then constraints, then data, each in the order given, as a cluster does when they are made. What is refused
 * is left out and hinders nothing else; a later template or constraint of a name replaces the earlier one. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go
 */
export const createClient = (
  documents: ClientDocuments,
  { release = NEWEST_RELEASE, engines, enforcementPoints = POINTS, schemaRules, parameterRules }: ClientOptions,
): LoadedClient => {
  const loaded = new Map<string, LoadedTemplate>();
  const templateFaults = listOf(documents.templates).map((document) =>
    addTemplate(document, loaded, { release, engines, schemaRules }),
  );
  const constraintFaults = listOf(documents.constraints).map((document) =>
    addConstraint(document, loaded, { release, parameterRules }),
  );
  const inventory = createInventory(listOf(documents.data));
  const dataFaults = inventory.faults.map((fault) => fault && { ...fault, message: describeTarget(fault.message) });
  const client = new LoadedReviewer({ templates: [...loaded.values()], inventory, release, enforcementPoints });
  return { client, templateFaults, constraintFaults, dataFaults };
};

/** Callers in JavaScript hand in what they like. */
const listOf = (documents: unknown): readonly unknown[] => (Array.isArray(documents) ? documents : [documents]);

const describeTarget = (message: string): string => `admission.k8s.gatekeeper.sh: ${message}\n`;

type SchemaMeans = { readonly [Name in "schemaRules"]: ClientOptions[Name] | undefined };
type Asked = { readonly [Name in "parameterRules"]: ClientOptions[Name] | undefined };

/** An update that is refused leaves the template that it is of as it was. */
const addTemplate = (
  document: unknown,
  loaded: Map<string, LoadedTemplate>,
  { release, engines, schemaRules }: Required<Pick<ClientOptions, "release" | "engines">> & SchemaMeans,
): Fault | undefined => {
  const read = readTemplate(document, { release, ...(schemaRules !== undefined && { schemaRules }) });
  if (!read.ok) return read.error;
  const template = read.value;
  const chosen = chooseEngine(template, engines);
  if (!chosen.ok) return chosen.error;
  const { engine, source } = chosen.value;
  const rule = engine.compile({ kind: template.kind, source });
  if (!rule.ok) return rule.error;
  const constraints = loaded.get(template.name)?.constraints ?? new Map();
  loaded.set(template.name, { template, engine: engine.name, rule: rule.value, constraints });
  return undefined;
};

const addConstraint = (
  document: unknown,
  loaded: ReadonlyMap<string, LoadedTemplate>,
  { release, parameterRules }: { readonly release: GatekeeperRelease } & Asked,
): Fault | undefined => {
  const read = readConstraint(document, { release, findTemplate: (name) => loaded.get(name)?.template });
  if (!read.ok) return read.error;
  const constraint = read.value;
  const template = loaded.get(constraint.kind.toLowerCase())?.template;
  const fault = parameterRules === "run" ? findRuleFault(constraint, template) : undefined;
  if (fault !== undefined) return fault;
  const { kind, name, parameters, enforcementAction } = constraint;
  loaded.get(kind.toLowerCase())?.constraints.set(name, {
    constraint,
    seen: { kind, name, parameters },
    told: { constraint: { kind, name }, enforcementAction },
  });
  return undefined;
};
