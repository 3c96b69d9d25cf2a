import type { Rule } from "../../syntax/ast.js";
import { certain } from "../../value/certain.js";
import { branchesOf } from "../map-terms.js";
import { dataReferences } from "../recursion.js";
import { type DefinedRule, type RuleNode, rulesReachedBy } from "../rule-tree.js";

/** A rule or else branch. */
export interface OrderedRule {
  readonly rule: Rule;
  readonly defined: DefinedRule;
}

/** All rules and else branches, each after those that it refers to. There must be no recursion. */
export function rulesInDependencyOrder(root: RuleNode): readonly OrderedRule[] {
  const all = [...root.descendants()].flatMap((node) => node.rules);
  const ordered: OrderedRule[] = [];
  const seen = new Set<Rule>();
  for (const start of all) {
    const stack: { readonly defined: DefinedRule; readonly needed: DefinedRule[] }[] = [];
    const enter = (defined: DefinedRule): void => {
      if (seen.has(defined.rule)) return;
      seen.add(defined.rule);
      stack.push({ defined, needed: dependencies(root, defined) });
    };
    enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.needed.pop();
      if (next !== undefined) enter(next);
      else {
        const { defined } = top;
        ordered.push(...[...branchesOf(defined.rule)].map((rule) => ({ rule, defined })));
        stack.pop();
      }
    }
  }
  return ordered;
}

const dependencies = (root: RuleNode, { rule }: DefinedRule): DefinedRule[] =>
  [...branchesOf(rule)]
    .flatMap((branch) => dataReferences(branch).flatMap((reference) => rulesReachedBy(root, reference)))
    .flatMap((reached) => [...rulesBeside(root, reached), reached])
    .reverse();

/** Rules that add keys to the object of a rule with variable keys: OPA may have looked at them before, or not. */
function rulesBeside(root: RuleNode, { reference }: DefinedRule): readonly DefinedRule[] {
  let node = root;
  for (const part of reference.path) {
    if (part.kind !== "scalar") return [...node.descendants()].flatMap(({ rules }) => rules);
    node = certain(node.child(part.value), "node of a rule");
  }
  return [];
}
