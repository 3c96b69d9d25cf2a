import type { Body, Comprehension, Expression, Head, Literal, Reference, Rule, Term, With } from "../syntax/ast.js";

/**
 * Rebuilds nodes; each function gets a node whose kind has no meaning of its own yet and returns what replaces it. A node of which
 * nothing changes stays the same object.
 */
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
function mapParts(term: Term, mapper: Mapper): Term {
  switch (term.kind) {
    case "scalar":
    case "variable":
      return term;
    case "reference": {
      const head = mapTerm(term.head, mapper);
      const path = mapList(term.path, mapTerm, mapper);
      return head === term.head && path === term.path ? term : { ...term, head, path };
    }
    case "call": {
      const operator = mapOperator(term.operator, mapper);
      const args = mapList(term.args, mapTerm, mapper);
      return operator === term.operator && args === term.args ? term : { ...term, operator, args };
    }
    case "array":
    case "set": {
      const items = mapList(term.items, mapTerm, mapper);
      return items === term.items ? term : { ...term, items };
    }
    case "object": {
      const entries = mapList(term.entries, mapEntry, mapper);
      return entries === term.entries ? term : { ...term, entries };
    }
    case "comprehension":
      return mapComprehension(term, mapper);
    case "template": {
      const parts = mapList(term.parts, mapPart, mapper);
      return parts === term.parts ? term : { ...term, parts };
    }
  }
}

/** Rebuilds the members of a list; the same list when all of them stay the same. */
function mapList<T, How>(list: readonly T[], map: (member: T, how: How) => T, how: How): readonly T[] {
  let mapped: T[] | undefined;
  for (const [index, member] of list.entries()) {
    const result = map(member, how);
    if (mapped !== undefined) mapped.push(result);
    else if (result !== member) mapped = [...list.slice(0, index), result];
  }
  return mapped ?? list;
}

type Entry = readonly [key: Term, value: Term];

function mapEntry(entry: Entry, mapper: Mapper): Entry {
  const key = mapTerm(entry[0], mapper);
  const value = mapTerm(entry[1], mapper);
  return key === entry[0] && value === entry[1] ? entry : [key, value];
}

const mapPart = (part: Term | Literal, mapper: Mapper): Term | Literal =>
  part.kind === "literal" ? mapLiteral(part, mapper) : mapTerm(part, mapper);

function mapOperator(operator: Reference, mapper: Mapper): Reference {
  const path = mapList(operator.path, mapTerm, mapper);
  return path === operator.path ? operator : { ...operator, path };
}

/** Rebuilds the parts of a comprehension, its body first. */
export function mapComprehension(term: Comprehension, mapper: Mapper): Comprehension {
  const body = mapBody(term.body, mapper);
  const head = mapTerm(term.head, mapper);
  if (term.key === undefined) return body === term.body && head === term.head ? term : { ...term, head, body };
  const key = mapTerm(term.key, mapper);
  return body === term.body && head === term.head && key === term.key ? term : { ...term, key, head, body };
}

/** Rebuilds the body of a closure. */
export const mapBody = (body: Body, mapper: Mapper): Body =>
  mapper.body === undefined ? mapList(body, mapLiteral, mapper) : mapper.body(body);

/** Rebuilds the terms of a literal, including those of its `with` modifiers. */
export function mapLiteral(literal: Literal, mapper: Mapper): Literal {
  const expression = mapExpression(literal.expression, mapper);
  const modifiers = mapList(literal.modifiers, mapWith, mapper);
  const isSame = expression === literal.expression && modifiers === literal.modifiers;
  return isSame ? literal : { ...literal, expression, modifiers };
}

export function mapWith(modifier: With, mapper: Mapper): With {
  const target = mapTerm(modifier.target, mapper);
  const value = mapTerm(modifier.value, mapper);
  return target === modifier.target && value === modifier.value ? modifier : { ...modifier, target, value };
}

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
    case "every": {
      const domain = mapTerm(expression.domain, mapper);
      const body = mapBody(expression.body, mapper);
      return domain === expression.domain && body === expression.body ? expression : { ...expression, domain, body };
    }
    case "negated-body": {
      const body = mapBody(expression.body, mapper);
      return body === expression.body ? expression : { ...expression, body };
    }
    default:
      return mapTerm(expression, mapper);
  }
}

/** Rebuilds the terms of a head; the name itself stays. */
export function mapHead(head: Head, map: (term: Term) => Term): Head {
  const { reference } = head;
  const path = mapList(reference.path, apply, map);
  const args = head.args === undefined ? undefined : mapList(head.args, apply, map);
  const key = head.key === undefined ? undefined : map(head.key);
  const value = head.value === undefined ? undefined : map(head.value);
  const isSame = path === reference.path && args === head.args && key === head.key && value === head.value;
  if (isSame) return head;
  return {
    ...head,
    reference: { ...reference, path },
    ...(args === undefined ? {} : { args }),
    ...(key === undefined ? {} : { key }),
    ...(value === undefined ? {} : { value }),
  };
}

const apply = (term: Term, map: (term: Term) => Term): Term => map(term);

/** Rebuilds the head and then the body of a rule, whose else branches are rules of their own. */
export function mapRule(rule: Rule, mapper: Mapper): Rule {
  const head = mapHead(rule.head, (term) => mapTerm(term, mapper));
  const body = mapBody(rule.body, mapper);
  return head === rule.head && body === rule.body ? rule : { ...rule, head, body };
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
