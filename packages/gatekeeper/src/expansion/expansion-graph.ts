import type { GroupVersionKind } from "../mutation/apply-to.js";
import type { ExpansionTemplate } from "./expansion-template.js";
import { type Edges, stronglyConnected } from "./strongly-connected.js";

/** The names of templates by the kinds that they apply to, or that they generate. */
type Index = Map<string, Map<string, ExpansionTemplate>>;

/**
 * Which templates expand what which others make. Templates have unique names here.
 *
 * @source gatekeeper, pkg/expansion/db.go
 */
export class ExpansionGraph {
  private readonly templates = new Map<string, ExpansionTemplate>();
  private readonly appliers: Index = new Map();
  private readonly generators: Index = new Map();

  /** Adds a template, in place of an earlier one of its name. */
  upsert(template: ExpansionTemplate): void {
    const earlier = this.templates.get(template.name);
    if (earlier !== undefined) this.remove(earlier);
    this.templates.set(template.name, template);
    addTo(this.generators, template.generated, template);
    for (const kind of template.applyTo) addTo(this.appliers, kind, template);
  }

  /** The templates that apply to a kind, in no order. */
  templatesFor(kind: GroupVersionKind): Iterable<ExpansionTemplate> {
    return this.appliers.get(keyOf(kind))?.values() ?? [];
  }

  /** Whether what a template makes is expanded, at any number of removes, into what the template itself applies to. */
  isInCycle(template: ExpansionTemplate): boolean {
    // Most templates are at an end of their chain, and need no search.
    if (!template.applyTo.some((kind) => this.generators.has(keyOf(kind)))) return false;
    const start = keyOf(template.generated);
    const seen = new Set([start]);
    const kinds = [start];
    for (let kind = kinds.pop(); kind !== undefined; kind = kinds.pop()) {
      for (const applier of this.appliers.get(kind)?.values() ?? []) {
        if (applier === template) return true;
        const next = keyOf(applier.generated);
        if (seen.has(next)) continue;
        seen.add(next);
        kinds.push(next);
      }
    }
    return false;
  }

  /** All templates that are part of a cycle. */
  cyclic(): ReadonlySet<ExpansionTemplate> {
    const components = stronglyConnected(this.edges());
    const componentOf = (kind: GroupVersionKind): number | undefined => components.get(keyOf(kind));
    return new Set(
      [...this.templates.values()].filter(({ applyTo, generated }) =>
        applyTo.some((kind) => componentOf(kind) === componentOf(generated)),
      ),
    );
  }

  /** From each kind that is expanded to those that are made of it. */
  private edges(): Edges {
    const edges = new Map<string, Set<string>>();
    for (const [kind, appliers] of this.appliers) {
      edges.set(kind, new Set([...appliers.values()].map(({ generated }) => keyOf(generated))));
    }
    return edges;
  }

  private remove(template: ExpansionTemplate): void {
    removeFrom(this.generators, template.generated, template);
    for (const kind of template.applyTo) removeFrom(this.appliers, kind, template);
  }
}

/** Kinds as keys; no part of a kind is taken for another. */
const keyOf = ({ group, version, kind }: GroupVersionKind): string => JSON.stringify([group, version, kind]);

const addTo = (index: Index, kind: GroupVersionKind, template: ExpansionTemplate): void => {
  const key = keyOf(kind);
  const entries = index.get(key) ?? new Map<string, ExpansionTemplate>();
  index.set(key, entries.set(template.name, template));
};

const removeFrom = (index: Index, kind: GroupVersionKind, template: ExpansionTemplate): void => {
  const key = keyOf(kind);
  const entries = index.get(key);
  entries?.delete(template.name);
  if (entries?.size === 0) index.delete(key);
};
