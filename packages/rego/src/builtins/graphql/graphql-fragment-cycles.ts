import type { FragmentDefinition, FragmentSpread, Selection } from "./graphql-tree.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

/** No fragment is spread within itself. */
export const noFragmentCycles: Rule = (walk) => {
  const visited = new Set<string>();
  return { fragment: (fragment) => new CycleSearch(walk, visited).search(fragment) };
};

class CycleSearch {
  readonly #path: FragmentSpread[] = [];
  readonly #starts = new Map<string, number>();

  constructor(
    readonly walk: GraphqlWalk,
    readonly visited: Set<string>,
  ) {}

  search({ name, selectionSet }: FragmentDefinition): void {
    if (this.visited.has(name)) return;
    this.visited.add(name);
    const spreads = spreadsIn(selectionSet);
    this.walk.schema.charge(1 + spreads.length);
    this.#starts.set(name, this.#path.length);
    for (const spread of spreads) {
      this.#path.push(spread);
      this.#follow(spread);
      this.#path.pop();
    }
    this.#starts.delete(name);
  }

  #follow(spread: FragmentSpread): void {
    const start = this.#starts.get(spread.name);
    const fragment = this.walk.fragment(spread.name);
    if (start === undefined && fragment !== undefined) this.walk.nested(() => this.search(fragment));
    if (start === undefined) return;
    const between = this.#path.slice(start, -1).map(({ name }) => `"${name}"`);
    const via = between.length > 0 ? ` via ${between.join(", ")}` : "";
    this.walk.report(`Cannot spread fragment "${spread.name}" within itself${via}.`, spread);
  }
}

/** The spreads of a selection, those of later and inner selections first. */
function spreadsIn(selections: readonly Selection[]): readonly FragmentSpread[] {
  const spreads: FragmentSpread[] = [];
  const pending = [selections];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const selection of next) {
      if (selection.node === "FragmentSpread") spreads.push(selection);
      else pending.push(selection.selectionSet);
    }
  }
  return spreads;
}
