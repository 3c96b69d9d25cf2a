import type { Reference, Rule } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { printTerm } from "../syntax/print-term.js";
import { branchesOf, headTerms, visitLiteralTerms, visitTerms } from "./map-terms.js";
import { type DefinedRule, type RuleNode, rulesReachedBy } from "./rule-tree.js";

/** A rule or else branch with the rules it refers to. */
interface Vertex {
  readonly name: string;
  readonly branch: Rule;
  readonly references: readonly Reference[];
}

/** No rule may refer to itself, by whatever way. */
export function checkRecursion(root: RuleNode, problems: Diagnostic[]): void {
  const graph = dependencyGraph(root);
  for (const vertex of graph.keys()) {
    const path = pathToItself(vertex, graph);
    if (path === undefined) continue;
    const names = path.map(({ name }) => name).join(" -> ");
    const message = `rule ${vertex.name} is recursive: ${names}`;
    problems.push(diagnose("rego_recursion_error", message, vertex.branch.location));
  }
}

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
          for (const other of vertices.get(rule) ?? []) reached.add(other);
      }
      graph.set(vertex, [...reached]);
    }
  }
  return graph;
}

function verticesOf({ rule, reference }: DefinedRule): readonly Vertex[] {
  const name = printTerm(reference);
  return [...branchesOf(rule)].map((branch): Vertex => ({ name, branch, references: dataReferences(branch) }));
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

function pathToItself(start: Vertex, graph: Graph): readonly Vertex[] | undefined {
  const seen = new Set<Vertex>();
  const stack: { readonly vertex: Vertex; readonly path: readonly Vertex[] }[] = [{ vertex: start, path: [start] }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    for (const next of graph.get(top.vertex) ?? []) {
      if (next === start) return [...top.path, start];
      if (seen.has(next)) continue;
      seen.add(next);
      stack.push({ vertex: next, path: [...top.path, next] });
    }
  }
  return undefined;
}
