import type { BuiltinTable } from "../builtins/create-builtins.js";
import {
  type Body,
  callOf,
  dottedName,
  type Literal,
  literalOf,
  type Reference,
  type Rule,
  type Term,
  variable,
  type With,
} from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import { requiresEvaluation } from "./head-terms.js";
import { type Mapper, mapLiteral, mapRule } from "./map-terms.js";
import type { NameSource } from "./name-source.js";
import { findNode, type RuleNode } from "./rule-tree.js";

/** What checking `with` modifiers needs to know. */
export interface WithContext {
  readonly names: NameSource;
  readonly root: RuleNode;
  readonly builtins: BuiltinTable;
  readonly problems: Diagnostic[];
}

const mockPrefix = "with keyword replacing built-in function:";

/** Checks the targets of `with` and moves values that have to be evaluated before the literal. */
export const prepareWithInRule = (rule: Rule, context: WithContext): Rule =>
  mapRule(rule, { body: (body) => prepareWith(body, context) });

/** The same for a body: its own modifiers before those of its closures, up to the first that is refused. */
export function prepareWith(body: Body, context: WithContext): Body {
  const mapper: Mapper = { body: (inner) => prepareWith(inner, context) };
  const prepared = prepareLiterals(body, context);
  return prepared === undefined ? body : prepared.map((literal) => mapLiteral(literal, mapper));
}

function prepareLiterals(body: Body, context: WithContext): Body | undefined {
  const problemsBefore = context.problems.length;
  const literals: Literal[] = [];
  for (const literal of body) {
    const modifiers: With[] = [];
    for (const modifier of literal.modifiers) {
      modifiers.push(prepareModifier(modifier, literals, context));
      if (context.problems.length > problemsBefore) return undefined;
    }
    literals.push({ ...literal, modifiers });
  }
  return literals;
}

function prepareModifier(modifier: With, support: Literal[], context: WithContext): With {
  const target = asReference(modifier.target, context);
  const value = asReference(modifier.value, context);
  const verdict = checkTarget(target, value, context);
  if (typeof verdict !== "string") context.problems.push(verdict);
  if (verdict !== "evaluate" || !requiresEvaluation(value)) return { ...modifier, target, value };
  const { location } = value;
  const result = variable(context.names.fresh(), location);
  support.push(literalOf(callOf("eq", [result, value], location), location));
  return { ...modifier, target, value: result };
}

/** A builtin's name alone is parsed as a variable. */
function asReference(term: Term, { builtins }: WithContext): Term {
  if (term.kind !== "variable" || !(builtins.has(term.name) || term.name === "eq")) return term;
  return { kind: "reference", head: term, path: [], location: term.location };
}

/** `evaluate`: the value is an ordinary term; `function`: it is a function that takes the target's place. */
type Verdict = "evaluate" | "function" | Diagnostic;

function checkTarget(target: Term, value: Term, context: WithContext): Verdict {
  if (target.kind === "reference") {
    if (isRoot(target, "data")) return checkDataTarget(target, value, context);
    if (isRoot(target, "input")) return "evaluate";
    const name = dottedName(target);
    if (name !== undefined && isBuiltin(name, context))
      return checkBuiltinTarget(name, target.location, value, context);
  }
  const message = "with keyword target must reference existing input, data, or a function";
  return diagnose("rego_type_error", message, target.location);
}

const isBuiltin = (name: string, { builtins }: WithContext): boolean => builtins.has(name) || name === "eq";

const isRoot = (reference: Reference, name: string): boolean =>
  reference.head.kind === "variable" && reference.head.name === name;

function checkDataTarget(target: Reference, value: Term, context: WithContext): Verdict {
  let node: RuleNode | undefined = context.root;
  for (const part of target.path.slice(0, -1)) {
    node = part.kind === "scalar" ? node?.child(part.value) : undefined;
    if (node !== undefined && node.rules.length > 0) {
      return diagnose(
        "rego_compile_error",
        "with keyword cannot partially replace virtual document(s)",
        target.location,
      );
    }
  }
  const isFunction = hasArguments(findNode(context.root, target));
  if (isFunction && isFunctionValue(value, context)) return "function";
  const isFunctionName = value.kind === "reference" && hasArguments(findNode(context.root, value));
  return isFunctionName ? "function" : "evaluate";
}

const hasArguments = (node: RuleNode | undefined): boolean =>
  node?.rules.some(({ rule }) => (rule.head.args ?? []).length > 0) ?? false;

function isFunctionValue(value: Term, context: WithContext): boolean {
  if (value.kind !== "reference") return false;
  if (findNode(context.root, value) !== undefined) return true;
  const name = dottedName(value);
  return name !== undefined && context.builtins.has(name);
}

const irreplaceable: ReadonlySet<string> = new Set(["eq", "rego.metadata.chain", "rego.metadata.rule"]);

function checkBuiltinTarget(name: string, location: Location, value: Term, context: WithContext): Verdict {
  const refuse = (reason: string): Diagnostic => diagnose("rego_compile_error", `${mockPrefix} ${reason}`, location);
  if (irreplaceable.has(name)) return refuse(`replacement of "${name}" invalid`);
  if (name.startsWith("internal.")) return refuse(`replacement of internal function "${name}" invalid`);
  if (context.builtins.get(name)?.relation === true) return refuse("target must not be a relation");
  if (name === "print") return refuse("target must not be a void function");
  return isFunctionValue(value, context) ? "function" : "evaluate";
}
