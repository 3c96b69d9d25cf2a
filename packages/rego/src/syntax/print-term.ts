import { toText } from "../value/text.js";
import {
  type Body,
  type Call,
  type Comprehension,
  calledOperator,
  dottedName,
  type Expression,
  isWildcard,
  type Literal,
  type Reference,
  type Scalar,
  type Template,
  type Term,
} from "./ast.js";

/** Operators of builtins that are written between their operands. */
export const infixSigns: Readonly<Record<string, string>> = {
  eq: "=",
  assign: ":=",
  equal: "==",
  neq: "!=",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
  plus: "+",
  minus: "-",
  mul: "*",
  div: "/",
  rem: "%",
  and: "&",
  or: "|",
};

const brackets: Readonly<Record<Comprehension["collects"], readonly [string, string]>> = {
  array: ["[", "]"],
  set: ["{", "}"],
  object: ["{", "}"],
};

/** Prints a term on one line; parsing the text gives the same term. */
export function printTerm(term: Term): string {
  switch (term.kind) {
    case "scalar":
      return printScalar(term);
    case "variable":
      return isWildcard(term.name) ? "_" : sourceName(term.name);
    case "reference":
      return printReference(term);
    case "call":
      return printCall(term);
    case "array":
      return `[${printList(term.items)}]`;
    case "set":
      return term.items.length === 0 ? "set()" : `{${printList(term.items)}}`;
    case "object":
      return `{${term.entries.map(([key, value]) => `${printItem(key)}: ${printItem(value)}`).join(", ")}}`;
    case "comprehension":
      return printComprehension(term);
    case "template":
      return printTemplate(term);
  }
}

/** The name a variable has in the source, where the compiler adds `#` and a number; those of the compiler as OPA calls them. */
export const sourceName = (name: string): string =>
  name.startsWith("#") ? `__local${name.slice(1)}__` : name.replace(/#.*$/, "");

const printScalar = (term: Scalar): string => toText(term.value);

const printList = (items: readonly Term[]): string => items.map(printItem).join(", ");

/** Operators and operands of `in` need parentheses inside other operators. */
const printOperand = (term: Term): string =>
  isInfix(term) || isNegative(term) ? `(${printTerm(term)})` : printTerm(term);

/** A minus at the start of a line would go on with the line before. */
const isNegative = (term: Term): boolean => term.kind === "scalar" && printScalar(term).startsWith("-");

/** Inside a collection a union would be taken for a comprehension. */
const printItem = (term: Term): string =>
  isMembership(term, 3) || calledOperator(term) === "or" ? `(${printTerm(term)})` : printTerm(term);

const isMembership = (term: Term, operands: 2 | 3): boolean =>
  term.kind === "call" && dottedName(term.operator) === `internal.member_${operands}` && term.args.length === operands;

function isInfix(term: Term): boolean {
  if (term.kind !== "call") return false;
  const sign = infixSigns[dottedName(term.operator) ?? ""];
  return (sign !== undefined && term.args.length === 2) || isMembership(term, 2) || isMembership(term, 3);
}

function printReference(reference: Reference): string {
  const { head } = reference;
  return printOperand(head) + reference.path.map(printPart).join("");
}

function printPart(part: Term): string {
  const isName = part.kind === "scalar" && typeof part.value === "string" && /^[A-Za-z_]\w*$/.test(part.value);
  return isName ? `.${String(part.value)}` : `[${printTerm(part)}]`;
}

function printCall(call: Call): string {
  const name = dottedName(call.operator) ?? "";
  const [left, right, third] = call.args;
  const sign = infixSigns[name];
  if (sign !== undefined && call.args.length === 2 && left !== undefined && right !== undefined) {
    return `${printOperand(left)} ${sign} ${printOperand(right)}`;
  }
  if (isMembership(call, 2) && left !== undefined && right !== undefined) {
    return `${printOperand(left)} in ${printOperand(right)}`;
  }
  if (isMembership(call, 3) && left !== undefined && right !== undefined && third !== undefined) {
    return `${printOperand(left)}, ${printOperand(right)} in ${printOperand(third)}`;
  }
  return `${printReference(call.operator)}(${printList(call.args)})`;
}

function printComprehension(term: Comprehension): string {
  const [open, close] = brackets[term.collects];
  const key = term.key === undefined ? "" : `${printOperand(term.key)}: `;
  return `${open}${key}${printOperand(term.head)} | ${printBody(term.body)}${close}`;
}

function printTemplate(term: Template): string {
  const quote = term.style === "raw" ? "`" : '"';
  const parts = term.parts.map((part) => printTemplatePart(part, term.style));
  return `$${quote}${parts.join("")}${quote}`;
}

function printTemplatePart(part: Term | Literal, style: "raw" | "escaped"): string {
  if (part.kind === "literal") return `{${printLiteral(part)}}`;
  if (part.kind !== "scalar" || typeof part.value !== "string") return `{${printTerm(part)}}`;
  const text = style === "raw" ? part.value : JSON.stringify(part.value).slice(1, -1);
  return text.replaceAll("{", "\\{");
}

/** Prints a query on one line. */
export const printBody = (body: Body): string => body.map(printLiteral).join("; ");

/** Prints a condition on one line. */
export function printLiteral(literal: Literal): string {
  const sign = literal.negated ? "not " : "";
  const modifiers = literal.modifiers.map(({ target, value }) => ` with ${printTerm(target)} as ${printTerm(value)}`);
  return sign + printExpression(literal.expression) + modifiers.join("");
}

function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "some":
      return `some ${expression.symbols.map(printTerm).join(", ")}`;
    case "some-in": {
      const key = expression.key === undefined ? "" : `${printOperand(expression.key)}, `;
      return `some ${key}${printOperand(expression.value)} in ${printOperand(expression.domain)}`;
    }
    case "every": {
      const key = expression.key === undefined ? "" : `${printTerm(expression.key)}, `;
      const domain = printOperand(expression.domain);
      return `every ${key}${printTerm(expression.value)} in ${domain} { ${printBody(expression.body)} }`;
    }
    case "negated-body":
      return `not { ${printBody(expression.body)} }`;
    default:
      return printTerm(expression);
  }
}
