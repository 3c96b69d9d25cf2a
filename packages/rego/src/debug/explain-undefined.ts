import { branchesOf, visitLiteralTerms } from "../compile/map-terms.js";
import { isGenerated } from "../compile/name-source.js";
import { type RuleNode, rulesReachedBy } from "../compile/rule-tree.js";
import { variablesOfLiteral } from "../compile/scope-variables.js";
import { type Literal, type Rule, variable } from "../syntax/ast.js";
import { printTerm, sourceName } from "../syntax/print-term.js";
import { get } from "../value/collection.js";
import { fromJson, type Json, toJson } from "../value/json.js";
import type { Value } from "../value/value.js";
import type { BodyExplanation, Explain, FailedLiteral, SeenValue } from "./explanation.js";
import { type Attempt, type Failure, FailureWatch } from "./failure-watch.js";
import { type Definitions, definitionsIn, unfoldedText, unfoldTerm } from "./unfold.js";

/** Tells of each body that a query tried how far it came, and follows what failed into the rules and functions behind it. */
export const explainUndefined: Explain = ({ query, modules, tree }, options, { depth = 8, bodies = 64 }) => {
  const watch = new FailureWatch(bodies, options.inputValue ?? fromJson(options.input));
  const results = query.evaluate({ ...options, observer: watch });
  if (!results.ok) return results;
  const packages = new Map(modules.map((module) => [module.file, module.package.path]));
  return { ok: true, value: new Explainer(watch, tree, packages).explain(watch.attempts, depth) };
};

class Explainer {
  constructor(
    private readonly watch: FailureWatch,
    private readonly tree: RuleNode,
    private readonly packages: ReadonlyMap<string, readonly string[]>,
  ) {}

  explain(attempts: readonly Attempt[], depth: number): readonly BodyExplanation[] {
    return attempts.map((attempt) => this.explainAttempt(attempt, depth));
  }

  private explainAttempt({ rule, passed, failure, value }: Attempt, depth: number): BodyExplanation {
    const { file, row } = rule.location;
    const succeeded = passed === rule.body.length;
    const body = { rule: this.pathOf(rule), file, row, succeeded };
    if (succeeded) return value === undefined ? body : { ...body, value: toJson(value) };
    return failure === undefined ? body : { ...body, failed: this.explainFailure(failure, rule, depth) };
  }

  private explainFailure(failure: Failure, rule: Rule, depth: number): FailedLiteral {
    const failed = this.describe(failure, definitionsIn(rule.body));
    const { inside } = failure;
    const within = inside === undefined ? {} : { inside: this.describe(inside, definitionsIn([inside.literal])) };
    if (depth <= 1) return { ...failed, ...within };
    const because = this.explain(this.culprits(failure), depth - 1);
    return because.length === 0 ? { ...failed, ...within } : { ...failed, ...within, because };
  }

  /** The bodies that made a literal fail; those that were tried before for something else are looked up. */
  private culprits({ literal, tried }: Failure): readonly Attempt[] {
    const isGuilty = ({ rule, passed, value }: Attempt): boolean => {
      const holds = passed === rule.body.length && value !== false;
      return literal.negated || literal.expression.kind === "negated-body" ? holds : !holds;
    };
    const known = tried.length > 0 ? tried : this.triedBefore(literal);
    return known.filter(isGuilty);
  }

  private triedBefore(literal: Literal): readonly Attempt[] {
    const found = new Set<Attempt>();
    visitLiteralTerms(literal, (term) => {
      if (term.kind !== "reference") return;
      for (const { rule } of rulesReachedBy(this.tree, term)) {
        for (const branch of branchesOf(rule)) {
          const attempt = this.watch.latest.get(branch);
          if (attempt !== undefined) found.add(attempt);
        }
      }
    });
    return [...found];
  }

  private describe({ literal, bindings, input }: Failure, definitions: Definitions): FailedLiteral {
    const { file, row, column } = literal.location;
    const values = [...boundValues(literal, definitions, bindings), ...inputValues(literal, input)];
    return { text: unfoldedText(literal, definitions), file, row, column, values };
  }

  private pathOf(rule: Rule): string {
    const path = this.packages.get(rule.location.file) ?? [];
    return ["data", ...path, printTerm(rule.head.reference)].join(".");
  }
}

/** Values of variables, under the names that the source has for them. */
function boundValues(
  literal: Literal,
  definitions: Definitions,
  bindings: ReadonlyMap<string, Value>,
): readonly SeenValue[] {
  const values: SeenValue[] = [];
  for (const name of variablesOfLiteral(literal)) {
    const value = bindings.get(name);
    const isNamed = !name.startsWith("$") && (!isGenerated(name) || definitions.has(name));
    if (value === undefined || !isNamed) continue;
    const term = isGenerated(name)
      ? printTerm(unfoldTerm(variable(name, literal.location), definitions))
      : sourceName(name);
    values.push(seen(term, value));
  }
  return values;
}

/** What stands at the references into the input document, as far as they are constant. */
function inputValues(literal: Literal, input: Value | undefined): readonly SeenValue[] {
  const values: SeenValue[] = [];
  visitLiteralTerms(literal, (term) => {
    if (term.kind !== "reference" || term.head.kind !== "variable" || term.head.name !== "input") return;
    const end = term.path.findIndex(({ kind }) => kind !== "scalar");
    const path = end < 0 ? term.path : term.path.slice(0, end);
    let value = input;
    for (const part of path) value = part.kind === "scalar" && value !== undefined ? get(value, part.value) : undefined;
    const isWhole = path.length === 0;
    if (value !== undefined && !isWhole) values.push(seen(printTerm({ ...term, path }), value));
  });
  return values;
}

const seen = (term: string, value: Value): { readonly term: string; readonly value: Json } => ({
  term,
  value: toJson(value),
});
