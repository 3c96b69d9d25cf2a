import type {
  Body,
  Comprehension,
  Expression,
  Head,
  Literal,
  Reference,
  Rule,
  Template,
  Term,
  With,
} from "../syntax/ast.js";

/** Rebuilds nodes; each function gets a node whose kind has no meaning of its own yet and returns what replaces it. */
export interface Mapper {
  /** Called for each term, before its parts; `undefined`: rebuild the parts. */
  readonly term?: (term: Term) => Term | undefined;
  /** Called for the body of each closure, instead of rebuilding its literals. */
  readonly body?: (body: Body) => Body;
}

/** Rebuilds a term. */
export function mapTerm(term: Term, mapper: Mapper): Term {
  const replaced = mapper.term?.(term);
  return replaced ?? mapParts(term, mapper);
}

/** Rebuilds the parts of a term, not the term itself. */
export function mapParts(term: Term, mapper: Mapper): Term {
  const map = (part: Term): Term => mapTerm(part, mapper);
  switch (term.kind) {
    case "scalar":
    case "variable":
      return term;
    case "reference":
      return { ...term, head: map(term.head), path: term.path.map(map) };
    case "call":
      return { ...term, operator: mapReference(term.operator, mapper), args: term.args.map(map) };
    case "array":
    case "set":
      return { ...term, items: term.items.map(map) };
    case "object":
      return { ...term, entries: term.entries.map(([key, value]) => [map(key), map(value)] as const) };
    case "comprehension":
      return mapComprehension(term, mapper);
    case "template":
      return mapTemplate(term, mapper);
  }
}

const mapReference = (reference: Reference, mapper: Mapper): Reference => ({
  ...reference,
  path: reference.path.map((part) => mapTerm(part, mapper)),
});

function mapComprehension(term: Comprehension, mapper: Mapper): Comprehension {
  const body = mapBody(term.body, mapper);
  const head = mapTerm(term.head, mapper);
  return term.key === undefined ? { ...term, head, body } : { ...term, key: mapTerm(term.key, mapper), head, body };
}

const mapTemplate = (template: Template, mapper: Mapper): Template => ({
  ...template,
  parts: template.parts.map((part) => (part.kind === "literal" ? mapLiteral(part, mapper) : mapTerm(part, mapper))),
});

/** Rebuilds the body of a closure. */
export const mapBody = (body: Body, mapper: Mapper): Body =>
  mapper.body === undefined ? body.map((literal) => mapLiteral(literal, mapper)) : mapper.body(body);

/** Rebuilds the terms of a literal, including those of its `with` modifiers. */
export const mapLiteral = (literal: Literal, mapper: Mapper): Literal => ({
  ...literal,
  expression: mapExpression(literal.expression, mapper),
  modifiers: literal.modifiers.map((modifier) => mapWith(modifier, mapper)),
});

export const mapWith = (modifier: With, mapper: Mapper): With => ({
  ...modifier,
  target: mapTerm(modifier.target, mapper),
  value: mapTerm(modifier.value, mapper),
});

function mapExpression(expression: Expression, mapper: Mapper): Expression {
  switch (expression.kind) {
    case "some":
      return expression;
    case "some-in": {
      const mapped = {
        ...expression,
        value: mapTerm(expression.value, mapper),
        domain: mapTerm(expression.domain, mapper),
      };
      return expression.key === undefined ? mapped : { ...mapped, key: mapTerm(expression.key, mapper) };
    }
    case "every":
      return { ...expression, domain: mapTerm(expression.domain, mapper), body: mapBody(expression.body, mapper) };
    case "negated-body":
      return { ...expression, body: mapBody(expression.body, mapper) };
    default:
      return mapTerm(expression, mapper);
  }
}

/** Rebuilds the terms of a head; the name itself stays. */
export function mapHead(head: Head, map: (term: Term) => Term): Head {
  const reference: Reference = { ...head.reference, path: head.reference.path.map(map) };
  return {
    ...head,
    reference,
    ...(head.args === undefined ? {} : { args: head.args.map(map) }),
    ...(head.key === undefined ? {} : { key: map(head.key) }),
    ...(head.value === undefined ? {} : { value: map(head.value) }),
  };
}

/** The terms of a head in OPA's order: parts of the name, arguments, key, value. */
export function headTerms(head: Head): readonly Term[] {
  const { reference, args = [], key, value } = head;
  return [...reference.path, ...args, ...(key === undefined ? [] : [key]), ...(value === undefined ? [] : [value])];
}

/** A rule and its else branches, in order. */
export function* branchesOf(rule: Rule): Generator<Rule> {
  for (let branch: Rule | undefined = rule; branch !== undefined; branch = branch.else) yield branch;
}

/** Rebuilds a rule and its else branches one by one. */
export function mapBranches(rule: Rule, map: (branch: Rule) => Rule): Rule {
  const mapped = map(rule);
  return rule.else === undefined ? mapped : { ...mapped, else: mapBranches(rule.else, map) };
}

/** Every term in a term, closures included, outermost first. */
export function visitTerms(term: Term, visit: (term: Term) => void): void {
  mapTerm(term, {
    term: (part) => {
      visit(part);
      return undefined;
    },
  });
}

/** Every reference in a rule and its else branches, names of functions included; not those in the brackets of others. */
export function outerReferences(rule: Rule): readonly Reference[] {
  const found: Reference[] = [];
  const mapper: Mapper = {
    term: (term) => {
      if (term.kind === "call") found.push(term.operator);
      if (term.kind === "comprehension") return visitHeadFirst(term, mapper);
      if (term.kind !== "reference") return undefined;
      found.push(term);
      return term;
    },
  };
  for (const { head, body } of branchesOf(rule)) {
    for (const term of headTerms(head)) mapTerm(term, mapper);
    for (const literal of body) mapLiteral(literal, mapper);
  }
  return found;
}

function visitHeadFirst(term: Comprehension, mapper: Mapper): Term {
  if (term.key !== undefined) mapTerm(term.key, mapper);
  mapTerm(term.head, mapper);
  mapBody(term.body, mapper);
  return term;
}

/** Every term in a literal, closures included, outermost first. */
export function visitLiteralTerms(literal: Literal, visit: (term: Term) => void): void {
  mapLiteral(literal, {
    term: (part) => {
      visit(part);
      return undefined;
    },
  });
}

/** Every literal of a body, those of closures after the literal that holds them. */
export function visitLiterals(body: Body, visit: (literal: Literal) => void): void {
  const mapper: Mapper = {
    body: (inner) => {
      visitLiterals(inner, visit);
      return inner;
    },
  };
  for (const literal of body) {
    visit(literal);
    mapLiteral(literal, mapper);
  }
}
