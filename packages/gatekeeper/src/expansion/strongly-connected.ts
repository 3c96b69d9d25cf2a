/** A directed graph: the nodes that edges lead to from each node. */
export type Edges = ReadonlyMap<string, Iterable<string>>;

/**
 * Finds the strongly connected components of a graph: two nodes have the same number when each can be reached from the other.
 * Takes time in proportion to nodes and edges; depth is no burden.
 *
 * @source Kosaraju's algorithm
 */
export const stronglyConnected = (edges: Edges): ReadonlyMap<string, number> => {
  const components = new Map<string, number>();
  const backwards = reverse(edges);
  for (const [number, node] of finishOrder(edges).toReversed().entries()) {
    const nodes = components.has(node) ? [] : [node];
    for (let next = nodes.pop(); next !== undefined; next = nodes.pop()) {
      if (components.has(next)) continue;
      components.set(next, number);
      nodes.push(...(backwards.get(next) ?? []));
    }
  }
  return components;
};

const reverse = (edges: Edges): ReadonlyMap<string, readonly string[]> => {
  const backwards = new Map<string, string[]>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      const sources = backwards.get(to);
      if (sources === undefined) backwards.set(to, [from]);
      else sources.push(from);
    }
  }
  return backwards;
};

/** All nodes, each behind those that a search in depth finds from it. */
const finishOrder = (edges: Edges): readonly string[] => {
  const finished: string[] = [];
  const seen = new Set<string>();
  for (const start of edges.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ node: start, rest: targetsOf(edges, start) }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.rest.next();
      if (next.done === true) {
        finished.push(step.node);
        path.pop();
      } else if (!seen.has(next.value)) {
        seen.add(next.value);
        path.push({ node: next.value, rest: targetsOf(edges, next.value) });
      }
    }
  }
  return finished;
};

const targetsOf = (edges: Edges, node: string): Iterator<string> => (edges.get(node) ?? [])[Symbol.iterator]();
