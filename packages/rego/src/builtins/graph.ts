import { membersOf, property } from "../value/collection.js";
import { type HashKey, hashKey } from "../value/hash-key.js";
import { RegoSet } from "../value/set.js";
import { isArray, isSet, type ObjectValue, type Value } from "../value/value.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

/** Builtins of graphs, which are objects from a node to its neighbours. */
export const graphBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "graph.reachable",
    signature: "graph: object[any: array[any]|set[any]], initial: array[any]|set[any] -> output: set[any]",
    call: reachable,
  },
  {
    name: "graph.reachable_paths",
    signature: "graph: object[any: array[any]|set[any]], initial: array[any]|set[any] -> output: set[array[any]]",
    call: reachablePaths,
  },
];

/** The nodes of the graph that can be reached, the initial ones included; a node without an entry is none. */
function reachable(operands: Operands, context: BuiltinContext): RegoSet {
  const [nodes, initial] = graphOperands(operands);
  const reached = new RegoSet();
  const pending = [...initial];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const neighbours = neighboursOf(nodes, node);
    if (neighbours === undefined || !reached.add(node)) continue;
    context.charge(neighbours.length);
    for (const neighbour of neighbours) if (!reached.has(neighbour)) pending.push(neighbour);
  }
  return reached;
}

function graphOperands(operands: Operands): readonly [ObjectValue, readonly Value[]] {
  const nodes = operands.object(1);
  const initial = operands.value(2);
  if (isArray(initial) || isSet(initial)) return [nodes, membersOf(initial)];
  throw operands.mismatch(2, initial, "{array, set}");
}

/** Undefined for a node that the graph does not have; what is no collection has no neighbours. */
function neighboursOf(nodes: ObjectValue, node: Value): readonly Value[] | undefined {
  const neighbours = property(nodes, node);
  if (neighbours === undefined) return undefined;
  return isArray(neighbours) || isSet(neighbours) ? membersOf(neighbours) : [];
}

/** A path, the last node first. */
interface Path {
  readonly node: Value;
  readonly key: HashKey;
  readonly previous: Path | undefined;
  readonly length: number;
}

/** A path to be continued to a neighbour of its last node. */
interface Step {
  readonly path: Path;
  readonly neighbour: Value;
}

/** The longest paths without a repeated node. Where a path would come back to itself, or leave the graph, it ends. */
function reachablePaths(operands: Operands, context: BuiltinContext): RegoSet {
  const [nodes, initial] = graphOperands(operands);
  const paths = new RegoSet();
  const pending: Step[] = [];
  for (const node of initial) {
    const neighbours = neighboursOf(nodes, node);
    if (neighbours?.length === 0) paths.add([node]);
    const path: Path = { node, key: hashKey(node), previous: undefined, length: 1 };
    for (const neighbour of neighbours ?? []) pending.push({ path, neighbour });
  }
  for (let step = pending.pop(); step !== undefined; step = pending.pop())
    advance(step, nodes, paths, pending, context);
  return paths;
}

function advance(step: Step, nodes: ObjectValue, paths: RegoSet, pending: Step[], context: BuiltinContext): void {
  const neighbours = neighboursOf(nodes, step.neighbour);
  context.charge(step.path.length * (1 + (neighbours?.length ?? 0)));
  if (neighbours === undefined) {
    paths.add(arrayOf(step.path));
    return;
  }
  const path: Path = {
    node: step.neighbour,
    key: hashKey(step.neighbour),
    previous: step.path,
    length: step.path.length + 1,
  };
  const fresh = neighbours.filter((neighbour) => !isOn(path, hashKey(neighbour)));
  if (fresh.length < neighbours.length || neighbours.length === 0) paths.add(arrayOf(path));
  for (const neighbour of fresh) pending.push({ path, neighbour });
}

function isOn(path: Path, key: HashKey): boolean {
  for (let place: Path | undefined = path; place !== undefined; place = place.previous)
    if (place.key === key) return true;
  return false;
}

function arrayOf(path: Path): readonly Value[] {
  const nodes: Value[] = [];
  for (let place: Path | undefined = path; place !== undefined; place = place.previous) nodes.push(place.node);
  return nodes.reverse();
}
