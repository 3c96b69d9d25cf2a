import { calledOperator, isWildcard, type Literal, type Module, type Rule, type Term } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import { printTerm } from "../syntax/print-term.js";
import { certain } from "../value/certain.js";
import { branchesOf, headTerms, visitLiterals, visitLiteralTerms, visitTerms } from "./map-terms.js";

/** How often each name is written. */
type Occurrences = Map<string, number>;

/** Imports that no rule of the module uses are errors of the strict mode. */
export function checkUnusedImports(module: Module, problems: Diagnostic[]): void {
  const used: Occurrences = new Map();
  for (const rule of module.rules) for (const branch of branchesOf(rule)) countInBranch(branch, used);
  for (const { path, alias, location } of module.imports) {
    const isKeyword = path.head.kind === "variable" && ["future", "rego"].includes(path.head.name);
    const last = path.path.at(-1);
    const name = alias ?? (last?.kind === "scalar" ? String(last.value) : printTerm(path));
    if (isKeyword || used.has(name)) continue;
    const text = `import ${printTerm(path)}${alias === undefined ? "" : ` as ${alias}`}`;
    problems.push(diagnose("rego_compile_error", `${text} unused`, location));
  }
}

/** Arguments and assigned variables that are not used are errors of the strict mode. */
export function checkUnusedVariables(rule: Rule, problems: Diagnostic[]): void {
  const branches = [...branchesOf(rule)];
  checkArguments(rule, branches, problems);
  for (const branch of branches) checkAssignments(branch, problems);
}

function checkArguments(rule: Rule, branches: readonly Rule[], problems: Diagnostic[]): void {
  const named: Occurrences = new Map();
  for (const arg of rule.head.args ?? []) countTerm(arg, named);
  const used: Occurrences = new Map();
  for (const branch of branches) {
    const { args: _, ...head } = branch.head;
    countInBranch({ ...branch, head }, used);
  }
  for (const name of named.keys()) {
    if (isRoot(name) || used.has(name) || certain(named.get(name), "count of an argument") > 1) continue;
    const message = `unused argument ${name}. (hint: use _ (wildcard variable) instead)`;
    problems.push(diagnose("rego_compile_error", message, rule.location));
  }
}

function checkAssignments(branch: Rule, problems: Diagnostic[]): void {
  const used: Occurrences = new Map();
  countInBranch(branch, used);
  for (const [name, location] of assignedNames(branch)) {
    if (used.get(name) !== 1) continue;
    problems.push(diagnose("rego_compile_error", `assigned var ${name} unused`, location));
  }
}

/** The variables that `:=` declares, in closures too. */
function assignedNames({ head, body }: Rule): ReadonlyMap<string, Location> {
  const names = new Map<string, Location>();
  const collect = ({ expression, location }: Literal): void => {
    const [target] = expression.kind === "call" ? expression.args : [];
    if (target === undefined || calledOperator(expression) !== "assign") return;
    visitTerms(target, (term) => {
      if (term.kind === "variable") names.set(term.name, location);
    });
  };
  for (const term of headTerms(head)) {
    visitTerms(term, (part) => {
      if (part.kind === "comprehension") visitLiterals(part.body, collect);
    });
  }
  visitLiterals(body, collect);
  return names;
}

function countInBranch({ head, body }: Rule, occurrences: Occurrences): void {
  for (const term of headTerms(head)) countTerm(term, occurrences);
  for (const literal of body) visitLiteralTerms(literal, (term) => count(term, occurrences));
}

const countTerm = (term: Term, occurrences: Occurrences): void => visitTerms(term, (part) => count(part, occurrences));

function count(term: Term, occurrences: Occurrences): void {
  const named = term.kind === "call" ? term.operator.head : term;
  if (named.kind !== "variable" || isWildcard(named.name)) return;
  occurrences.set(named.name, (occurrences.get(named.name) ?? 0) + 1);
}

const isRoot = (name: string): boolean => name === "input" || name === "data";
