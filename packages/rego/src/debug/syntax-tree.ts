import { encodeBase64, standardAlphabet } from "../builtins/encoding/base64-coding.js";
import { encodeUtf8 } from "../builtins/text/utf8.js";
import {
  type Body,
  type Comprehension,
  callOf,
  type Expression,
  type Head,
  type Literal,
  type Module,
  type Reference,
  type Rule,
  type Template,
  type Term,
  type With,
} from "../syntax/ast.js";
import { typeNameOf } from "../value/type-name.js";
import type { Value } from "../value/value.js";

/** A node of the tree: an object with the names that OPA gives its parts. */
export type Node = Readonly<Record<string, Value>>;

/**
 * The syntax tree of a parsed module as OPA's `parse --format json` and `rego.parse_module` give it, without places but those of
 * comments.
 */
export const syntaxTree = ({ file, package: declared, imports, rules, comments }: Module): Node => ({
  package: { path: [node("var", "data"), ...declared.path.map((part) => node("string", part))] },
  ...listed(
    "imports",
    imports.map(({ path, alias }) => ({ path: referenceNode(path), ...(alias !== undefined && { alias }) })),
  ),
  ...listed("rules", rules.map(ruleNode)),
  ...listed(
    "comments",
    comments.map(({ text, row, column }) => ({
      // Go's encoder writes the bytes of a text as base64.
      Text: encodeBase64(encodeUtf8(text), standardAlphabet),
      Location: { file, row, col: column },
    })),
  ),
});

const listed = (name: string, items: readonly Value[]): Node => (items.length === 0 ? {} : { [name]: items });

const node = (type: string, value: Value): Node => ({ type, value });

const ruleNode = (rule: Rule): Node => ({
  ...(rule.isDefault && { default: true }),
  head: headNode(rule.head),
  body: bodyNode(rule.body),
  ...(rule.else !== undefined && { else: ruleNode(rule.else) }),
});

const headNode = ({ reference, args = [], key, value, assign }: Head): Node => ({
  ...(reference.path.length === 0 && reference.head.kind === "variable" && { name: reference.head.name }),
  ...listed("args", args.map(termNode)),
  ...(key !== undefined && { key: termNode(key) }),
  ...(value !== undefined && { value: termNode(value) }),
  ...(assign && { assign }),
  ref: partsOf(reference),
});

const bodyNode = (body: Body): Value => body.map(literalNode);

const literalNode = ({ expression, negated, modifiers }: Literal, index: number): Node => ({
  index,
  ...(negated && { negated }),
  terms: expressionNode(expression),
  ...listed("with", modifiers.map(withNode)),
});

const withNode = ({ target, value }: With): Node => ({ target: termNode(target), value: termNode(value) });

function expressionNode(expression: Expression): Value {
  switch (expression.kind) {
    case "some":
      return { symbols: expression.symbols.map(termNode) };
    case "some-in": {
      const { key, value, domain, location } = expression;
      const operands = key === undefined ? [value, domain] : [key, value, domain];
      return { symbols: [termNode(callOf(`internal.member_${operands.length}`, operands, location))] };
    }
    case "every":
      return {
        key: expression.key === undefined ? null : termNode(expression.key),
        value: termNode(expression.value),
        domain: termNode(expression.domain),
        body: bodyNode(expression.body),
      };
    case "negated-body":
      return { not: bodyNode(expression.body) };
    case "call":
      return callParts(expression);
    default:
      return termNode(expression);
  }
}

const callParts = ({ operator, args }: Extract<Term, { kind: "call" }>): readonly Value[] => [
  referenceNode(operator),
  ...args.map(termNode),
];

const partsOf = ({ head, path }: Reference): readonly Value[] => [head, ...path].map(termNode);

const referenceNode = (reference: Reference): Node => node("ref", partsOf(reference));

function termNode(term: Term): Node {
  switch (term.kind) {
    case "scalar":
      return node(typeNameOf(term.value), term.value);
    case "variable":
      return node("var", term.name);
    case "reference":
      return referenceNode(term);
    case "call":
      return node("call", callParts(term));
    case "array":
    case "set":
      return node(term.kind, term.items.map(termNode));
    case "object":
      return node(
        "object",
        term.entries.map((entry) => entry.map(termNode)),
      );
    case "comprehension":
      return comprehensionNode(term);
    case "template":
      return templateNode(term);
  }
}

function comprehensionNode({ collects, key, head, body }: Comprehension): Node {
  const value = key === undefined ? { term: termNode(head) } : { key: termNode(key), value: termNode(head) };
  return node(`${collects}comprehension`, { ...value, body: bodyNode(body) });
}

const templateNode = ({ parts, style }: Template): Node =>
  node("templatestring", {
    parts: parts.map((part) => (part.kind === "literal" ? literalNode(part, 0) : termNode(part))),
    multi_line: style === "raw",
  });
