import {
  type Body,
  type Comprehension,
  calledOperator,
  callOf,
  type Every,
  isWildcard,
  type Literal,
  literalOf,
  type Rule,
  type SomeIn,
  scalar,
  type Term,
  type Variable,
  variable,
} from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { type Location, nowhere } from "../syntax/location.js";
import { termKindName } from "../syntax/parse-term.js";
import { certain } from "../value/certain.js";
import { DeclaredNames } from "./declared-names.js";
import { type Mapper, mapHead, mapLiteral, mapTerm } from "./map-terms.js";
import type { NameSource } from "./name-source.js";
import { equationOutputs } from "./outputs.js";
import { variablesOf, variablesOfBody } from "./scope-variables.js";

/** Renames declared variables to unique names, so that scopes no longer matter, and turns `:=` and `some … in` into `=`. */
class Declarer {
  private readonly declared: DeclaredNames;
  private readonly mapper: Mapper = {
    term: (term) => this.term(term),
    body: (body) => this.body(body, new Set()),
  };

  constructor(
    private readonly names: NameSource,
    private readonly problems: Diagnostic[],
  ) {
    this.declared = new DeclaredNames(names);
  }

  rule(rule: Rule): Rule {
    const args = rule.head.args?.map((arg) => this.argument(arg));
    const { args: _args, ...outerHead } = rule.head;
    const headNames = variablesOf([
      ...rule.head.reference.path,
      ...(rule.head.key === undefined ? [] : [rule.head.key]),
      ...(rule.head.value === undefined ? [] : [rule.head.value]),
    ]);
    const body = this.scopeBody(rule.body, headNames);
    const head = mapHead(outerHead, (term) => mapTerm(term, this.mapper));
    return { ...rule, head: args === undefined ? head : { ...head, args }, body };
  }

  query(query: Body): { readonly body: Body; readonly names: ReadonlyMap<string, string> } {
    const sources = new Map<string, string>();
    const body = this.scopeBody(query, new Set());
    for (const name of variablesOfBody(body)) {
      const source = name.replace(/#\d+$/, "");
      if (source !== "" && this.declared.find(source)?.name === name) sources.set(name, source);
    }
    return { body, names: sources };
  }

  private complain(message: string, location: Location): void {
    this.problems.push(diagnose("rego_compile_error", message, location));
  }

  private argument(arg: Term): Term {
    const declareIn = (term: Term): Term => {
      if (term.kind === "call") this.complain("rule arguments cannot contain calls", term.location);
      if (term.kind === "variable")
        return isWildcard(term.name) ? term : this.declareArgument(term.name, term.location);
      if (term.kind === "array") return { ...term, items: term.items.map(declareIn) };
      if (term.kind !== "object") return mapTerm(term, this.mapper);
      const entries = term.entries.map(([key, value]) => [mapTerm(key, this.mapper), declareIn(value)] as const);
      return { ...term, entries };
    };
    return declareIn(arg);
  }

  /** A name may occur in several arguments: they must then be equal. */
  private declareArgument(name: string, location: Location): Term {
    const result = this.declared.declare(name, "argument");
    return variable("name" in result ? result.name : this.declared.use(name), location);
  }

  /** A body in a scope of its own. */
  private body(body: Body, used: ReadonlySet<string>): Body {
    return this.declared.inner(() => this.scopeBody(body, used));
  }

  private scopeBody(body: Body, used: ReadonlySet<string>): Body {
    const errorsBefore = this.problems.length;
    const literals = body.flatMap((literal) => this.literal(literal));
    const [first] = body;
    const location = first?.location;
    const result =
      literals.length === 0 && location !== undefined ? [literalOf(scalar(true, location), location)] : literals;
    if (this.problems.length === errorsBefore && location !== undefined) this.checkUnused(result, used, location);
    return result;
  }

  private checkUnused(body: Body, used: ReadonlySet<string>, location: Location): void {
    const occurring = variablesOfBody(body);
    for (const [source, unique] of this.declared.declaredHere()) {
      if (occurring.has(unique) || used.has(source)) continue;
      this.complain(`declared var ${source} unused`, location);
    }
  }

  private literal(literal: Literal): readonly Literal[] {
    const { expression } = literal;
    if (expression.kind === "some")
      return this.some(
        literal,
        expression.symbols.map(({ name }) => name),
      );
    if (expression.kind === "some-in") return this.someIn(literal, expression);
    if (expression.kind === "every") return this.every(literal, expression);
    if (calledOperator(expression) === "assign") return [this.assignment(literal)];
    return [mapLiteral(literal, this.mapper)];
  }

  private some(literal: Literal, symbols: readonly string[]): readonly Literal[] {
    for (const name of symbols) {
      const result = this.declared.declare(name, "declared");
      if ("error" in result) {
        this.complain(result.error, literal.location);
        break;
      }
    }
    return [];
  }

  /** `some k, v in xs` iterates: it is `v = xs[k]` with the names in both patterns declared. */
  private someIn(literal: Literal, some: SomeIn): readonly Literal[] {
    const { domain, location } = some;
    const key = some.key ?? variable(this.names.fresh(), location);
    const element: Term =
      domain.kind === "reference"
        ? { ...domain, path: [...domain.path, key] }
        : { kind: "reference", head: domain, path: [key], location: domain.location };
    const safe = variablesOf([domain]);
    for (const name of [...equationOutputs([some.value, element], [], safe)].sort()) {
      if (name.startsWith("#")) {
        // OPA renames its own variable too, which shows in the numbers of later ones.
        this.names.fresh();
        continue;
      }
      const result = this.declared.declare(name, "declared");
      if ("error" in result) {
        this.complain(result.error, literal.location);
        return [];
      }
    }
    const equation = callOf("eq", [some.value, element], literal.location);
    return [mapLiteral({ ...literal, expression: equation }, this.mapper)];
  }

  private every(literal: Literal, every: Every): readonly Literal[] {
    const domain = mapTerm(every.domain, this.mapper);
    if (every.key?.name === every.value.name) {
      // OPA has lost the place by then.
      this.complain(`var ${every.value.name} declared above`, nowhere(""));
      return [];
    }
    const outer = mapLiteral({ ...literal, expression: scalar(true, literal.location) }, this.mapper);
    const expression = this.declared.inner((): Every => {
      const key = every.key === undefined ? undefined : this.local(every.key);
      const value = this.local(every.value);
      const body = this.scopeBody(every.body, new Set());
      const { key: _key, ...rest } = every;
      return key === undefined ? { ...rest, domain, value, body } : { ...rest, domain, key, value, body };
    });
    return [{ ...outer, expression }];
  }

  /** A name of `every`: its scope is new, so nothing has declared it there. */
  private local({ name, location }: Variable): Variable {
    if (isWildcard(name)) return variable(this.names.fresh(), location);
    this.declared.declare(name, "declared");
    return variable(this.declared.use(name), location);
  }

  private assignment(literal: Literal): Literal {
    const call = literal.expression;
    if (call.kind !== "call" || call.args.length !== 2) return mapLiteral(literal, this.mapper);
    const [left, right] = call.args;
    if (literal.negated) {
      this.complain("cannot assign vars inside negated expression", literal.location);
      return literal;
    }
    const value = mapTerm(certain(right, "right side"), this.mapper);
    const modifiers = literal.modifiers.map((modifier) => ({
      ...modifier,
      value: mapTerm(modifier.value, this.mapper),
    }));
    const target = this.assigned(certain(left, "left side"));
    const expression = { ...callOf("eq", [target, value], call.operator.location), location: call.location };
    return { ...literal, expression, modifiers };
  }

  private assigned(term: Term): Term {
    if (term.kind === "variable") return isWildcard(term.name) ? term : this.declareAssigned(term.name, term);
    if (term.kind === "array") return { ...term, items: term.items.map((item) => this.assigned(item)) };
    if (term.kind === "object") {
      return { ...term, entries: term.entries.map(([key, value]) => [key, this.assigned(value)] as const) };
    }
    const isRoot = term.kind === "reference" && term.path.length === 0 && term.head.kind === "variable";
    if (isRoot && term.head.kind === "variable") return this.declareAssigned(term.head.name, term);
    if (term.kind === "scalar") {
      this.complain(`cannot assign to ${termKindName(term)}`, term.location);
      return term;
    }
    this.complain(`cannot assign to ${termKindName(term)}`, term.location);
    return term;
  }

  private declareAssigned(name: string, term: Term): Term {
    const result = this.declared.declare(name, "assigned");
    if ("name" in result) return variable(result.name, term.location);
    this.complain(result.error, term.location);
    return term;
  }

  private term(term: Term): Term | undefined {
    if (term.kind === "variable") return variable(this.declared.use(term.name), term.location);
    if (term.kind === "comprehension") return this.comprehension(term);
    if (term.kind === "call") {
      const operator = this.renameHead(term.operator.head);
      const args = term.args.map((arg) => mapTerm(arg, this.mapper));
      return { ...term, operator: { ...term.operator, head: operator }, args };
    }
    if (term.kind !== "reference" || term.head.kind !== "variable") return undefined;
    const head = this.renameHead(term.head);
    if (head !== term.head && term.path.length === 0) return head;
    return {
      ...term,
      head: this.isRoot(term.head) ? head : mapTerm(term.head, this.mapper),
      path: term.path.map((part) => mapTerm(part, this.mapper)),
    };
  }

  private isRoot(head: Term): boolean {
    return head.kind === "variable" && (head.name === "input" || head.name === "data");
  }

  /** Operators and root documents are renamed only where a local variable hides them. */
  private renameHead(head: Term): Term {
    if (head.kind !== "variable") return mapTerm(head, this.mapper);
    const declared = this.declared.find(head.name);
    return declared === undefined || declared.occurrence === "seen" ? head : variable(declared.name, head.location);
  }

  private comprehension(term: Comprehension): Comprehension {
    return this.declared.inner(() => {
      const parts = term.key === undefined ? [term.head] : [term.key, term.head];
      const body = this.scopeBody(term.body, variablesOf(parts));
      const head = mapTerm(term.head, this.mapper);
      return term.key === undefined
        ? { ...term, head, body }
        : { ...term, key: mapTerm(term.key, this.mapper), head, body };
    });
  }
}

/** Renames the declared variables of one rule; its else branches are rules of their own. */
export const declareInRule = (rule: Rule, names: NameSource, problems: Diagnostic[]): Rule =>
  new Declarer(names, problems).rule(rule);

/** Renames the declared variables of a query; `names` leads from the unique names back to the source's. */
export const declareInQuery = (query: Body, names: NameSource, problems: Diagnostic[]) =>
  new Declarer(names, problems).query(query);
