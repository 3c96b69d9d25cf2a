import type { Reference, Rule, Term } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { printTerm } from "../syntax/print-term.js";
import { certain } from "../value/certain.js";
import type { Reference as Release } from "../value/reference.js";
import { branchesOf, headTerms, visitLiteralTerms, visitTerms } from "./map-terms.js";
import { type DefinedRule, type RuleNode, rulesReachedBy } from "./rule-tree.js";

/** A rule or else branch with the rules it refers to. */
interface Vertex {
  readonly name: string;
  readonly path: readonly Term[];
  readonly branch: Rule;
  readonly references: readonly Reference[];
}

/** No rule may refer to itself, by whatever way. */
export function checkRecursion(root: RuleNode, release: Release, problems: Diagnostic[]): void {
  const graph = dependencyGraph(root);
  for (const vertex of verticesInCycles(graph)) {
    const way = pathToItself(vertex, graph);
    const names = way.map(({ name }) => name).join(" -> ");
    const condition = release === "1.17" ? undefined : conditionOf(way);
    const message =
      condition === undefined
        ? `rule ${vertex.name} is recursive: ${names}`
        : `rule ${vertex.name} may be recursive: ${names} (${condition})`;
    problems.push(diagnose("rego_recursion_error", message, vertex.branch.location));
  }
}

/** Which variables would have to be what for the rules to refer to each other; undefined: they do in any case. */
function conditionOf(way: readonly Vertex[]): string | undefined {
  for (const [index, vertex] of way.entries()) {
    const next = way[index + 1];
    const conditions = next === undefined ? [] : vertex.references.map((reference) => conditionFor(reference, next));
    if (conditions.includes("none")) continue;
    const condition = conditions.find((one) => one !== undefined);
    if (condition !== undefined) return condition;
  }
  return undefined;
}

/** What makes a reference one to a rule: `none` when nothing has to, undefined when nothing can. */
function conditionFor(reference: Reference, { name, path }: Vertex): string | undefined {
  const open: string[] = [];
  for (const [index, part] of reference.path.slice(0, path.length).entries()) {
    const [own, target] = [printTerm(part), printTerm(certain(path[index], "part"))];
    if (part.kind === "variable") open.push(`${own} is ${target}`);
    else if (own !== target) return undefined;
  }
  return open.length === 0 ? "none" : `${printTerm(reference)} refers to ${name} if ${open.join(" and ")}`;
}

/** What is left after those without open dependencies were taken away again and again, from both ends. */
function verticesInCycles(graph: Graph): readonly Vertex[] {
  const reversed = new Map<Vertex, Vertex[]>([...graph.keys()].map((vertex) => [vertex, []]));
  for (const [vertex, others] of graph) for (const other of others) reversed.get(other)?.push(vertex);
  const peeled = peel(peel(new Set(graph.keys()), graph, reversed), reversed, graph);
  return [...graph.keys()].filter((vertex) => peeled.has(vertex) && pathToItself(vertex, graph).length > 0);
}

function peel(left: Set<Vertex>, forward: Graph, backward: Graph): Set<Vertex> {
  const open = new Map([...left].map((vertex) => [vertex, countIn(forward.get(vertex), left)]));
  const pending = [...left].filter((vertex) => open.get(vertex) === 0);
  for (let vertex = pending.pop(); vertex !== undefined; vertex = pending.pop()) {
    left.delete(vertex);
    for (const other of certain(backward.get(vertex), "vertex")) {
      if (!left.has(other)) continue;
      const count = certain(open.get(other), "count of a vertex") - 1;
      open.set(other, count);
      if (count === 0) pending.push(other);
    }
  }
  return left;
}

const countIn = (vertices: readonly Vertex[] = [], among: ReadonlySet<Vertex>): number =>
  vertices.filter((vertex) => among.has(vertex)).length;

type Graph = ReadonlyMap<Vertex, readonly Vertex[]>;

function dependencyGraph(root: RuleNode): Graph {
  const vertices = new Map<Rule, readonly Vertex[]>();
  for (const node of root.descendants())
    for (const defined of node.rules) vertices.set(defined.rule, verticesOf(defined));
  const graph = new Map<Vertex, readonly Vertex[]>();
  for (const own of vertices.values()) {
    for (const vertex of own) {
      const reached = new Set<Vertex>();
      for (const reference of vertex.references) {
        for (const { rule } of rulesReachedBy(root, reference))
          for (const other of certain(vertices.get(rule), "vertices of a rule")) reached.add(other);
      }
      graph.set(vertex, [...reached]);
    }
  }
  return graph;
}

function verticesOf({ rule, reference }: DefinedRule): readonly Vertex[] {
  const name = printTerm(reference);
  return [...branchesOf(rule)].map(
    (branch): Vertex => ({ name, path: reference.path, branch, references: dataReferences(branch) }),
  );
}

/** The references under `data` in a rule, its else branches not counted. */
export function dataReferences(rule: Rule): readonly Reference[] {
  const references: Reference[] = [];
  const visit = (term: Parameters<Parameters<typeof visitTerms>[1]>[0]): void => {
    const reference = term.kind === "call" ? term.operator : term;
    if (reference.kind !== "reference" || reference.head.kind !== "variable") return;
    if (reference.head.name === "data") references.push(reference);
  };
  for (const term of headTerms(rule.head)) visitTerms(term, visit);
  for (const literal of rule.body) visitLiteralTerms(literal, visit);
  return references;
}

/** The way from a vertex back to itself; empty when there is none. */
function pathToItself(start: Vertex, graph: Graph): readonly Vertex[] {
  const cameFrom = new Map<Vertex, Vertex>();
  const stack = [start];
  for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
    for (const next of certain(graph.get(vertex), "vertex")) {
      if (next === start) return [...wayTo(vertex, start, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, vertex);
      stack.push(next);
    }
  }
  return [];
}

function wayTo(end: Vertex, start: Vertex, cameFrom: ReadonlyMap<Vertex, Vertex>): readonly Vertex[] {
  const way = [end];
  for (let vertex = end; vertex !== start; ) {
    vertex = certain(cameFrom.get(vertex), "vertex on the way");
    way.push(vertex);
  }
  return way.reverse();
}
