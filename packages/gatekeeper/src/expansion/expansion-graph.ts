import type { GroupVersionKind } from "../mutation/apply-to.js";
import type { ExpansionTemplate } from "./expansion-template.js";
import { stronglyConnected } from "./strongly-connected.js";

/** A template, with its kinds as keys. */
interface Node {
  readonly template: ExpansionTemplate;
  readonly from: readonly string[];
  readonly to: string;
}

/**
 * Which kinds of objects are expanded into which others, and by which templates. Templates have unique names here.
 *
 * @source gatekeeper, pkg/expansion/db.go
 */
export class ExpansionGraph {
  private readonly nodes = new Map<string, Node>();
  /** By kind, the templates that apply to it, by name. */
  private readonly appliers = new Map<string, Map<string, ExpansionTemplate>>();
  /** From each kind to those that are made of it, with the number of templates that do so. */
  private readonly edges = new Map<string, Map<string, number>>();
  /** The kinds that are made of others, with the number of templates that do so. */
  private readonly made = new Map<string, number>();

  /** Adds a template, in place of an earlier one of its name. */
  upsert(template: ExpansionTemplate): void {
    const earlier = this.nodes.get(template.name);
    if (earlier !== undefined) this.remove(earlier);
    // A list may name a kind twice.
    const from = [...new Set(template.applyTo.map(keyOf))];
    const node = { template, from, to: keyOf(template.generated) };
    this.nodes.set(template.name, node);
    this.count(node, 1);
    for (const kind of from) {
      const appliers = this.appliers.get(kind) ?? new Map<string, ExpansionTemplate>();
      this.appliers.set(kind, appliers.set(template.name, template));
    }
  }

  /** The templates that apply to a kind, in no order. */
  templatesFor(kind: GroupVersionKind): Iterable<ExpansionTemplate> {
    return this.appliers.get(keyOf(kind))?.values() ?? [];
  }

  /** Whether what a template makes is expanded, at any number of removes, into what the template itself applies to. */
  isInCycle({ name }: ExpansionTemplate): boolean {
    const { from = [], to = "" } = this.nodes.get(name) ?? {};
    // Most templates are at an end of their chain, and need no search.
    const targets = new Set(from.filter((kind) => this.made.has(kind)));
    if (targets.size === 0) return false;
    const seen = new Set([to]);
    const kinds = [to];
    for (let kind = kinds.pop(); kind !== undefined; kind = kinds.pop()) {
      if (targets.has(kind)) return true;
      for (const next of this.edges.get(kind)?.keys() ?? []) {
        if (!seen.has(next)) kinds.push(next);
        seen.add(next);
      }
    }
    return false;
  }

  /** All templates that are part of a cycle. */
  cyclic(): ReadonlySet<ExpansionTemplate> {
    const targets = [...this.edges].map(([kind, next]): [string, Iterable<string>] => [kind, [...next.keys()]]);
    const components = stronglyConnected(new Map(targets));
    const isCyclic = ({ from, to }: Node): boolean => from.some((kind) => components.get(kind) === components.get(to));
    return new Set([...this.nodes.values()].filter(isCyclic).map(({ template }) => template));
  }

  private remove(node: Node): void {
    this.count(node, -1);
    for (const kind of node.from) this.appliers.get(kind)?.delete(node.template.name);
  }

  /** Counts a template among those that make one kind of another. */
  private count({ from, to }: Node, change: 1 | -1): void {
    addTo(this.made, to, change);
    for (const kind of from) {
      const next = this.edges.get(kind) ?? new Map<string, number>();
      addTo(next, to, change);
      this.edges.set(kind, next);
    }
  }
}

/** Kinds as keys; no part of a kind is taken for another. */
const keyOf = ({ group, version, kind }: GroupVersionKind): string => JSON.stringify([group, version, kind]);

const addTo = (counts: Map<string, number>, key: string, change: 1 | -1): void => {
  const count = (counts.get(key) ?? 0) + change;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
};
