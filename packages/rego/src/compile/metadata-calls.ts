import {
  type Annotation,
  type Body,
  callOf,
  dottedName,
  type Literal,
  type Module,
  type Rule,
  type Term,
} from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { certain } from "../value/certain.js";
import { fromJson } from "../value/json.js";
import { type Mapper, mapBranches, mapLiteral, mapRule } from "./map-terms.js";
import { fullReference } from "./rule-tree.js";
import { termOf } from "./value-term.js";

/** One step of a metadata chain: a path and what is noted there. */
interface Link {
  readonly path: readonly string[];
  readonly annotations?: Annotation["fields"];
}

/** Replaces calls of `rego.metadata.rule` and `rego.metadata.chain` by the annotations themselves. */
export function expandMetadataCalls(modules: readonly Module[]): readonly Module[] {
  return modules.map((module) => ({
    ...module,
    rules: module.rules.map((rule) => {
      let known: readonly Link[] | undefined;
      const chain = (): readonly Link[] => {
        known ??= chainOf(rule, module, modules);
        return known;
      };
      return mapBranches(rule, (branch) => mapRule(branch, { body: (body) => expandBody(body, rule, chain) }));
    }),
  }));
}

function expandBody(body: Body, rule: Rule, chain: () => readonly Link[]): Body {
  const mapper: Mapper = { body: (inner) => expandBody(inner, rule, chain) };
  return body.map((literal) => {
    const value = valueOfCall(literal, rule, chain);
    return value === undefined ? mapLiteral(literal, mapper) : value;
  });
}

/** The literal with the call's value in its place; undefined: it is no metadata call. */
function valueOfCall(literal: Literal, rule: Rule, chain: () => readonly Link[]): Literal | undefined {
  const { expression, location } = literal;
  if (expression.kind !== "call") return undefined;
  const name = dottedName(expression.operator);
  if (name !== "rego.metadata.rule" && name !== "rego.metadata.chain") return undefined;
  const value = name === "rego.metadata.chain" ? chain() : ruleAnnotation(rule);
  const term = termOfJson(value, location);
  const [output] = expression.args;
  return { ...literal, expression: output === undefined ? term : callOf("eq", [output, term], location) };
}

const termOfJson = (json: unknown, location: Location): Term =>
  termOf(certain(fromJson(json), "value of an annotation"), location);

const ruleAnnotation = (rule: Rule): Annotation["fields"] =>
  rule.annotations?.find(({ scope }) => scope === "rule")?.fields ?? {};

/** From the rule outwards: its own annotation, those of its document, of its package, of the packages above. */
function chainOf(rule: Rule, module: Module, modules: readonly Module[]): readonly Link[] {
  const path = fullReference(rule, module).path.flatMap((part) => (part.kind === "scalar" ? [String(part.value)] : []));
  const own = (rule.annotations ?? []).filter(({ scope }) => scope === "rule");
  const [first] = own;
  const links: Link[] = [first === undefined ? { path } : { path, annotations: first.fields }];
  const noted = (scope: Annotation["scope"], declared: readonly string[]): readonly Annotation[] =>
    modules
      .filter((other) => other.package.path.join("/") === declared.join("/"))
      .flatMap((other) => other.annotations.filter((annotation) => annotation.scope === scope));
  links.push(...documentAnnotations(rule, module, modules).map(({ fields }) => ({ path, annotations: fields })));
  const { path: declared } = module.package;
  links.push(...noted("package", declared).map(({ fields }) => ({ path: declared, annotations: fields })));
  for (let length = declared.length; length > 0; length -= 1) {
    const outer = declared.slice(0, length);
    links.push(...noted("subpackages", outer).map(({ fields }) => ({ path: outer, annotations: fields })));
  }
  return links;
}

/** Annotations for all definitions of a rule, wherever they stand. */
function documentAnnotations(rule: Rule, module: Module, modules: readonly Module[]): readonly Annotation[] {
  const name = dottedName(fullReference(rule, module));
  return modules
    .flatMap((other) => other.rules.map((definition) => ({ definition, other })))
    .filter(({ definition, other }) => dottedName(fullReference(definition, other)) === name)
    .flatMap(({ definition }) => (definition.annotations ?? []).filter(({ scope }) => scope === "document"));
}
