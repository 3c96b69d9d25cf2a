import type { Problem } from "@ostiary/core";
import { compareBytes, groupOf, ObjectView, Reading } from "@ostiary/rules";
import { type GatekeeperRelease, NEWEST_RELEASE } from "../gatekeeper-release.js";
import type { GroupVersionKind } from "../mutation/apply-to.js";
import { fail, type Outcome } from "../outcome.js";
import { ExpansionGraph } from "./expansion-graph.js";
import { EXPANSION_GROUP, type ExpansionTemplate, readExpansionTemplate } from "./expansion-template.js";

/** How ExpansionTemplates are read. */
export interface ReadExpansionTemplatesOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
}

/** ExpansionTemplates ready for use. Immutable. */
export interface ExpansionTemplateSet {
  /** All that are valid, by name. */
  readonly templates: readonly ExpansionTemplate[];
  /** Those of them that do not expand anything, because they would expand each other without end. */
  readonly disabled: ReadonlySet<ExpansionTemplate>;
  /** Those that expand objects of a kind, by name. */
  templatesFor(kind: GroupVersionKind): readonly ExpansionTemplate[];
}

/** ExpansionTemplates, and what could not be read. */
export interface LoadedExpansionTemplates {
  readonly problems: readonly Problem[];
  readonly templates: ExpansionTemplateSet;
}

const KIND = "ExpansionTemplate";

/** Whether documents of a group and kind are ExpansionTemplates. */
export const isExpansionTemplate = ({ group, kind }: { readonly group: string; readonly kind: string }): boolean =>
  group === EXPANSION_GROUP && kind === KIND;

/**
 * Reads ExpansionTemplates in the order in which they are made in a cluster; a later one replaces an earlier one of the same
 * name. Never throws: what cannot be read is a problem, in Gatekeeper's words, and does not hinder the others. Templates that
 * would expand each other without end are all disabled; the problem is told of the one that closes the circle.
 */
export const readExpansionTemplates = (
  documents: readonly unknown[],
  { release = NEWEST_RELEASE }: ReadExpansionTemplatesOptions = {},
): LoadedExpansionTemplates => {
  const problems: Problem[] = [];
  const templates = new Map<string, ExpansionTemplate>();
  const graph = new ExpansionGraph();
  // Callers in JavaScript hand in what they like.
  const list = Array.isArray(documents) ? documents : [documents];
  for (const [document, value] of list.entries()) {
    const read = attempt(value, release);
    if (!read.ok) {
      problems.push({ ...read.error, document, effect: "deny" });
      continue;
    }
    const template = read.value;
    templates.set(template.name, template);
    graph.upsert(template);
    if (!graph.isInCycle(template)) continue;
    const policy = { kind: KIND, name: template.name };
    problems.push({
      code: "expansion-cycle",
      message: "template forms expansion cycle",
      policy,
      document,
      effect: "deny",
    });
  }
  return { problems, templates: createSet([...templates.values()], graph) };
};

const createSet = (templates: readonly ExpansionTemplate[], graph: ExpansionGraph): ExpansionTemplateSet => {
  const disabled = graph.cyclic();
  return {
    templates: templates.toSorted(byName),
    disabled,
    templatesFor: (kind) => [...graph.templatesFor(kind)].filter((template) => !disabled.has(template)).sort(byName),
  };
};

const byName = (one: ExpansionTemplate, other: ExpansionTemplate): number => compareBytes(one.name, other.name);

/** Objects may have getters that throw. */
const attempt = (value: unknown, release: GatekeeperRelease): Outcome<ExpansionTemplate> => {
  try {
    const view = ObjectView.root(new Reading(), value, []);
    const [apiVersion, kind] = [view.string("apiVersion") ?? "", view.string("kind") ?? ""];
    if (isExpansionTemplate({ group: groupOf(apiVersion), kind })) return readExpansionTemplate(value, release);
    return fail("unknown-kind", `no ${KIND} is of kind \`${kind}\` of \`${apiVersion}\``);
  } catch (error) {
    return fail("internal", `could not be read: ${error instanceof Error ? error.message : typeof error}`);
  }
};
