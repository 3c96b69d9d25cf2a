import type { Module, Reference } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { printTerm } from "../syntax/print-term.js";
import { certain } from "../value/certain.js";
import type { Reference as Release } from "../value/reference.js";
import type { DefinedRule, RuleNode } from "./rule-tree.js";

/** Definitions of one path must be of one kind, and a value has no rules inside it. */
export function checkConflicts(
  root: RuleNode,
  modules: readonly Module[],
  release: Release,
  problems: Diagnostic[],
): void {
  const found: Diagnostic[] = [];
  for (const node of root.descendants()) checkNode(node, release, found);
  checkPackages(root, modules, found);
  problems.push(...(release === "1.17" ? found : found.sort(byRow)));
}

const byRow = (left: Diagnostic, right: Diagnostic): number =>
  left.file === right.file ? left.row - right.row : Number(left.file > right.file) - Number(left.file < right.file);

const isMultiValue = ({ rule }: DefinedRule): boolean => rule.head.key !== undefined;
const isGround = (reference: Reference): boolean => reference.path.every((part) => part.kind === "scalar");

function checkNode(node: RuleNode, release: Release, problems: Diagnostic[]): void {
  const [first] = node.rules;
  const last = node.rules.at(-1);
  if (first === undefined || last === undefined) return;
  const { location } = first.rule;
  const name = printTerm(last.reference);
  if (node.hasChildren && node.rules.some(({ reference }) => isGround(reference))) {
    const inside = rulesBelow(node, () => true);
    problems.push(diagnose("rego_type_error", `rule ${name} conflicts with${list(inside, release)}`, location));
    return;
  }
  const functions = rulesBelow(node, isFunction);
  if (functions.length > 0 && node.rules.some(({ reference }) => !isGround(reference))) {
    problems.push(diagnose("rego_type_error", `rule ${name} conflicts with${list(functions, release)}`, location));
    return;
  }
  if (isMixed(node.rules)) {
    problems.push(diagnose("rego_type_error", `conflicting rules ${name} found`, location));
    return;
  }
  checkDefaults(node.rules, name, problems);
}

function isMixed(rules: readonly DefinedRule[]): boolean {
  const kinds = new Set(rules.map(isMultiValue));
  const arities = new Set(rules.map(({ rule }) => rule.head.args?.length ?? 0));
  const complete = rules.map((defined) => !isMultiValue(defined) && isGround(defined.reference));
  return kinds.size > 1 || arities.size > 1 || new Set(complete).size > 1;
}

function checkDefaults(rules: readonly DefinedRule[], name: string, problems: Diagnostic[]): void {
  const defaults = rules.filter(({ rule }) => rule.isDefault);
  const [first] = defaults;
  if (first === undefined || defaults.length < 2) return;
  const places = defaults.map(({ rule }) => `${rule.location.file}:${rule.location.row}`).join(", ");
  const message = `multiple default rules ${name} found at ${places}`;
  problems.push(diagnose("rego_type_error", message, first.module.package.location));
}

const isFunction = ({ rule }: DefinedRule): boolean => (rule.head.args ?? []).length > 0;

/** The rules below a node, as the release lists them. */
function list(inside: readonly DefinedRule[], release: Release): string {
  if (release === "1.17") return ` [${inside.map(({ reference }) => printTerm(reference)).join(" ")}]`;
  const lines = inside.map(({ reference, rule: { location } }) => {
    return `\n  rule ${printTerm(reference)} at ${location.file}:${location.row}`;
  });
  return `:${lines.join("")}`;
}

/** The rules below a node, those inside others left out. */
function rulesBelow(node: RuleNode, isListed: (rule: DefinedRule) => boolean): readonly DefinedRule[] {
  const found: DefinedRule[] = [];
  const nodes = node.children().flatMap((child) => [...child.descendants()]);
  for (const rule of nodes.flatMap(({ rules }) => rules)) {
    if (isListed(rule) && !found.some(({ reference }) => isPrefix(reference, rule.reference))) found.push(rule);
  }
  return found;
}

const isPrefix = ({ path }: Reference, other: Reference): boolean =>
  path.every((part, index) => {
    const otherPart = other.path[index];
    return otherPart !== undefined && printTerm(part) === printTerm(otherPart);
  });

/** A package cannot have the path of a rule. */
function checkPackages(root: RuleNode, modules: readonly Module[], problems: Diagnostic[]): void {
  for (const inner of modules) {
    let node = root;
    for (const key of inner.package.path) node = certain(node.child(key), "node of a package");
    for (const { rule, module } of node.rules) {
      const place = `${rule.location.file}:${rule.location.row}`;
      const message = `package ${inner.package.path.join(".")} conflicts with rule ${printTerm(rule.head.reference)} defined at ${place}`;
      problems.push(diagnose("rego_type_error", message, module.package.location));
    }
  }
}
