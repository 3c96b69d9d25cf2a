import {
  type Body,
  type Literal,
  type Module,
  type Reference,
  type Rule,
  rootName,
  scalar,
  type Term,
  variable,
} from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { certain } from "../value/certain.js";
import { branchesOf, type Mapper, mapBranches, mapHead, mapLiteral, mapTerm } from "./map-terms.js";
import { childTerms, variablesOf } from "./scope-variables.js";

/** Names of rules and imports, and the references they stand for. */
export type GlobalNames = ReadonlyMap<string, Reference>;

interface Scope {
  readonly globals: GlobalNames;
  /** Names that are declared locally here or further out. */
  readonly hidden: ReadonlySet<string>;
}

/** Turns names of rules and imports into references under `data` and `input`. */
export function resolveModules(modules: readonly Module[], problems: Diagnostic[]): readonly Module[] {
  const exports = exportsByPackage(modules);
  return modules.map((module) => {
    const globals = globalNames(module, certain(exports.get(packageKey(module)), "names of a package"));
    const rules = module.rules.map((rule) => mapBranches(rule, (branch) => resolveRule(branch, globals, problems)));
    return { ...module, rules };
  });
}

const packageKey = (module: Module): string => JSON.stringify(module.package.path);

function exportsByPackage(modules: readonly Module[]): ReadonlyMap<string, ReadonlySet<string>> {
  const exports = new Map<string, Set<string>>();
  for (const module of modules) {
    const names = exports.get(packageKey(module)) ?? new Set<string>();
    exports.set(packageKey(module), names);
    for (const rule of module.rules) names.add(rootName(rule.head.reference));
  }
  return exports;
}

/** What the names of a module stand for; an import wins over a rule of the same name. */
export function globalNames(module: Module, ruleNames: ReadonlySet<string>): GlobalNames {
  const globals = new Map<string, Reference>();
  const { location } = module.package;
  for (const name of ruleNames) {
    const path = [...module.package.path, name].map((part) => scalar(part, location));
    globals.set(name, { kind: "reference", head: variable("data", location), path, location });
  }
  for (const { path, alias } of module.imports) {
    if (path.head.kind !== "variable" || path.head.name === "future" || path.head.name === "rego") continue;
    const last = path.path.at(-1);
    const name = alias ?? (last?.kind === "scalar" ? String(last.value) : path.head.name);
    globals.set(name, path);
  }
  return globals;
}

/** Resolves the names in a query that stands outside of any module. */
export const resolveQuery = (query: Body, globals: GlobalNames): Body => {
  const scope = { globals, hidden: declaredNames(query) };
  return query.map((literal) => resolveLiteral(literal, scope));
};

function resolveRule(rule: Rule, globals: GlobalNames, problems: Diagnostic[]): Rule {
  const hidden = new Set([...argumentNames(rule, problems), ...declaredNames(rule.body)]);
  const scope = { globals, hidden };
  // Arguments are patterns: what they mention is theirs.
  const { args, ...rest } = rule.head;
  const head = mapHead(rest, (term) => resolveTerm(term, scope));
  return {
    ...rule,
    head: args === undefined ? head : { ...head, args },
    body: rule.body.map((literal) => resolveLiteral(literal, scope)),
  };
}

/** Variables that the arguments bind; root documents cannot be arguments. */
function argumentNames(rule: Rule, problems: Diagnostic[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (term: Term): void => {
    if (term.kind === "variable") names.add(term.name);
    const isRoot = term.kind === "reference" && term.path.length === 0 && term.head.kind === "variable";
    if (isRoot && term.head.kind === "variable") {
      const message = `args must not shadow ${term.head.name} (use a different variable name)`;
      problems.push(diagnose("rego_compile_error", message, rule.location));
    } else if (term.kind !== "call" && term.kind !== "set") childTerms(term).forEach(visit);
  };
  rule.head.args?.forEach(visit);
  return names;
}

/** Names that a body declares with `:=` and `some`, closures not counted. */
function declaredNames(body: Body): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (term: Term | undefined): void => {
    if (term !== undefined) for (const name of variablesOf([term])) names.add(name);
  };
  for (const { expression } of body) {
    if (expression.kind === "some") for (const symbol of expression.symbols) names.add(symbol.name);
    if (expression.kind === "some-in") {
      add(expression.key);
      add(expression.value);
    }
    const isAssignment = expression.kind === "call" && expression.operator.path.length === 0;
    if (isAssignment && expression.operator.head.kind === "variable" && expression.operator.head.name === "assign") {
      add(expression.args[0]);
    }
  }
  return names;
}

const hide = (scope: Scope, names: Iterable<string>): Scope => ({
  ...scope,
  hidden: new Set([...scope.hidden, ...names]),
});

function resolveLiteral(literal: Literal, scope: Scope): Literal {
  const { expression } = literal;
  if (expression.kind === "every") {
    const locals =
      expression.key === undefined ? [expression.value.name] : [expression.key.name, expression.value.name];
    const inner = hide(scope, [...locals, ...declaredNames(expression.body)]);
    const body = expression.body.map((condition) => resolveLiteral(condition, inner));
    const resolved = { ...expression, domain: resolveTerm(expression.domain, scope), body };
    return {
      ...mapLiteral({ ...literal, expression: scalar(true, literal.location) }, mapperOf(scope)),
      expression: resolved,
    };
  }
  return mapLiteral(literal, mapperOf(scope));
}

const resolveTerm = (term: Term, scope: Scope): Term => mapTerm(term, mapperOf(scope));

function mapperOf(scope: Scope): Mapper {
  const mapper: Mapper = {
    term: (term) => replaceName(term, scope, mapper),
    body: (body) => {
      const inner = hide(scope, declaredNames(body));
      return body.map((literal) => resolveLiteral(literal, inner));
    },
  };
  return mapper;
}

function replaceName(term: Term, scope: Scope, mapper: Mapper): Term | undefined {
  if (term.kind === "variable") {
    const target = lookUp(term.name, scope);
    return target === undefined ? undefined : { ...target, location: term.location };
  }
  if (term.kind === "reference" && term.head.kind === "variable") return extend(term, scope, mapper);
  if (term.kind === "call") {
    return {
      ...term,
      operator: extend(term.operator, scope, mapper),
      args: term.args.map((arg) => mapTerm(arg, mapper)),
    };
  }
  if (term.kind !== "comprehension") return undefined;
  const inner = hide(scope, declaredNames(term.body));
  const body = term.body.map((literal) => resolveLiteral(literal, inner));
  const head = resolveTerm(term.head, inner);
  return term.key === undefined ? { ...term, head, body } : { ...term, key: resolveTerm(term.key, inner), head, body };
}

function lookUp(name: string, scope: Scope): Reference | undefined {
  return scope.hidden.has(name) ? undefined : scope.globals.get(name);
}

function extend(reference: Reference, scope: Scope, mapper: Mapper): Reference {
  const path = reference.path.map((part) => mapTerm(part, mapper));
  const { head } = reference;
  const target = head.kind === "variable" ? lookUp(head.name, scope) : undefined;
  if (target !== undefined) return { ...target, path: [...target.path, ...path], location: reference.location };
  return { ...reference, head: head.kind === "variable" ? head : mapTerm(head, mapper), path };
}

/** Every rule of a module, else branches included. */
export function* rulesOf(module: Module): Generator<Rule> {
  for (const rule of module.rules) yield* branchesOf(rule);
}
