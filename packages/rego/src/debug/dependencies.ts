import { branchesOf, headTerms, visitLiteralTerms, visitTerms } from "../compile/map-terms.js";
import { type DefinedRule, growRuleTree, type RuleNode, rulesReachedBy } from "../compile/rule-tree.js";
import type { Policy } from "../policy.js";
import type { Literal, Reference, Term } from "../syntax/ast.js";
import type { Outcome } from "../syntax/diagnostic.js";
import { parseQueryText } from "../syntax/parse-module.js";
import { printTerm } from "../syntax/print-term.js";

/** The documents that a query reads, in order of their texts. */
export interface Dependencies {
  /** What comes from outside: references into `input` and into base documents, as far as they are constant. */
  readonly base: readonly string[];
  /** Rules and functions, by their paths. */
  readonly virtual: readonly string[];
}

/** Finds the documents that a query depends on, by way of rules too; what a value makes unreachable is counted. */
export function dependenciesOf(policy: Policy, query: string): Outcome<Dependencies> {
  const prepared = policy.prepare(query);
  if (!prepared.ok) return prepared;
  const parsed = parseQueryText(query, { file: "", version: "v1" });
  if (!parsed.ok) return parsed;
  const search = new Search(growRuleTree(policy.modules));
  for (const literal of parsed.value) search.addLiteral(literal);
  return { ok: true, value: { base: withoutExtensions(search.base), virtual: [...search.virtual].sort() } };
}

class Search {
  readonly base = new Set<string>();
  readonly virtual = new Set<string>();
  private readonly seen = new Set<DefinedRule["rule"]>();
  private readonly visit = (term: Term): void => {
    if (term.kind === "call") this.addReference(term.operator);
    if (term.kind === "reference") this.addReference(term);
  };

  constructor(private readonly root: RuleNode) {}

  addLiteral(literal: Literal): void {
    visitLiteralTerms(literal, this.visit);
  }

  private addReference(reference: Reference): void {
    const name = reference.head.kind === "variable" ? reference.head.name : "";
    if (name !== "input" && name !== "data") return;
    const rules = rulesReachedBy(this.root, reference);
    if (rules.length === 0) this.base.add(constantText(reference));
    for (const defined of rules) this.addRule(defined);
  }

  private addRule({ rule, reference }: DefinedRule): void {
    this.virtual.add(constantText(reference));
    if (this.seen.has(rule)) return;
    this.seen.add(rule);
    for (const branch of branchesOf(rule)) {
      for (const term of headTerms(branch.head)) visitTerms(term, this.visit);
      for (const literal of branch.body) this.addLiteral(literal);
    }
  }
}

/** A reference up to its first part that is not constant. */
function constantText(reference: Reference): string {
  const end = reference.path.findIndex(({ kind }) => kind !== "scalar");
  return printTerm(end < 0 ? reference : { ...reference, path: reference.path.slice(0, end) });
}

/** Whoever reads a document reads what is in it. */
function withoutExtensions(texts: ReadonlySet<string>): readonly string[] {
  const sorted = [...texts].sort();
  return sorted.filter((text) => !sorted.some((other) => text.startsWith(`${other}.`) || text.startsWith(`${other}[`)));
}
