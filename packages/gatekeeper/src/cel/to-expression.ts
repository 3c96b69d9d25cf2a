import type { ASTNode, BinaryOperator } from "@marcbachmann/cel-js";
import { UnsignedInt } from "@marcbachmann/cel-js/evaluator";
import { fail, type Outcome, succeed } from "../outcome.js";
import { type CelType, CelUint, type CelValue } from "./cel-value.js";
import { expandHas, expandMethodMacro, type MacroFault } from "./expand-macro.js";
import type { Expression } from "./expression.js";
import type { FunctionTable } from "./function-declaration.js";
import { isInt64 } from "./int64.js";
import { argumentsOffset, nextTokenOffset } from "./operator-offset.js";
import type { OptionalElements } from "./optional-elements.js";
import { formatIssues, type SourceIssue } from "./source-issue.js";

type BinaryNode = Extract<ASTNode, { op: BinaryOperator | "&&" | "||" }>;

/** What has a name that may have dots in it. */
export interface KnownNames {
  readonly functions: FunctionTable;
  readonly types: ReadonlyMap<string, CelType>;
}

const NO_OPTIONALS: ReadonlySet<number> = new Set();

/** Turns the tree of the parser into ours; collects what is wrong on the way. */
class Converter {
  readonly #text: string;
  readonly #known: KnownNames;
  readonly #optionals: OptionalElements;
  readonly issues: SourceIssue[] = [];

  constructor(text: string, known: KnownNames, optionals: OptionalElements) {
    this.#text = text;
    this.#known = known;
    this.#optionals = optionals;
  }

  convert(node: ASTNode): Expression {
    switch (node.op) {
      case "value":
        return this.#literal(node.args, node.start);
      case "id":
        return { kind: "identifier", offset: node.start, name: node.args };
      case ".":
      case ".?":
        return this.#select(node);
      case "[]":
      case "[?]":
        return this.#index(node);
      case "call":
        return this.#call(node);
      case "rcall":
        return this.#methodCall(node);
      case "list":
        return { kind: "list", elements: this.#all(node.args), ...this.#literalAt(node.start) };
      case "map":
        return {
          kind: "map",
          entries: node.args.map(([key, value]) => [this.convert(key), this.convert(value)] as const),
          ...this.#literalAt(node.start),
        };
      case "?:":
        return this.#choice(node);
      case "!_":
      case "-_":
        return this.#unary(node);
      default:
        return this.#binary(node);
    }
  }

  #literalAt(offset: number) {
    return { offset, optionals: this.#optionals.get(offset) ?? NO_OPTIONALS };
  }

  #all(nodes: readonly ASTNode[]): readonly Expression[] {
    return nodes.map((node) => this.convert(node));
  }

  #operatorAfter(operand: ASTNode): number {
    return nextTokenOffset(this.#text, operand.end);
  }

  #report(fault: MacroFault): Expression {
    this.issues.push(fault);
    return { kind: "literal", offset: fault.offset, value: null };
  }

  #literal(value: Extract<ASTNode, { op: "value" }>["args"], offset: number): Expression {
    if (typeof value === "bigint" && !isInt64(value)) return this.#report({ offset, message: "invalid int literal" });
    return { kind: "literal", offset, value: readLiteral(value) };
  }

  #select({ op, args: [operand, field] }: Extract<ASTNode, { op: "." | ".?" }>): Expression {
    const fullName = op === "." ? qualifiedName(operand, field) : undefined;
    if (fullName !== undefined && this.#known.types.has(fullName)) {
      return { kind: "identifier", offset: this.#operatorAfter(operand), name: fullName };
    }
    const mode = op === "." ? "value" : "optional";
    return { kind: "select", offset: this.#operatorAfter(operand), mode, operand: this.convert(operand), field };
  }

  #index({ op, args }: Extract<ASTNode, { op: "[]" | "[?]" }>): Expression {
    const name = op === "[]" ? "_[_]" : "_[?_]";
    return { kind: "call", offset: this.#operatorAfter(args[0]), name, args: this.#all(args) };
  }

  #call({ start, args: [name, nodes] }: Extract<ASTNode, { op: "call" }>): Expression {
    const args = this.#all(nodes);
    const offset = argumentsOffset(this.#text, start);
    const [argument] = args;
    if (name !== "has" || args.length !== 1 || argument === undefined) return { kind: "call", offset, name, args };
    const expanded = expandHas(offset, argument);
    return "kind" in expanded ? expanded : this.#report(expanded);
  }

  #methodCall({ args: [name, receiver, nodes] }: Extract<ASTNode, { op: "rcall" }>): Expression {
    const offset = argumentsOffset(this.#text, this.#operatorAfter(receiver));
    const fullName = qualifiedName(receiver, name);
    if (fullName !== undefined && this.#known.functions.has(fullName)) {
      return { kind: "call", offset, name: fullName, args: this.#all(nodes) };
    }
    const call = { offset, name, target: this.convert(receiver), args: this.#all(nodes) };
    const expanded = expandMethodMacro(call) ?? { kind: "call" as const, ...call };
    return "kind" in expanded ? expanded : this.#report(expanded);
  }

  /** `a ? b : c`; a choice in the place of `b` must stand in brackets, which the parser does not ask for. */
  #choice({ args }: Extract<ASTNode, { op: "?:" }>): Expression {
    const [condition, yes] = args;
    const offset = this.#operatorAfter(condition);
    if (yes.op === "?:" && !this.#text.slice(offset, yes.start).includes("(")) {
      const message = "Syntax error: mismatched input '?' expecting ':'";
      return this.#report({ offset: this.#operatorAfter(yes.args[0]), message });
    }
    return { kind: "call", offset, name: "_?_:_", args: this.#all(args) };
  }

  /** Signs before a number are part of it; two signs of negation cancel out. */
  #unary(node: Extract<ASTNode, { op: "!_" | "-_" }>): Expression {
    const operand: ASTNode = node.args;
    if (operand.op === node.op) return this.convert(operand.args);
    if (node.op === "-_" && operand.op === "value") {
      if (typeof operand.args === "bigint") return this.#literal(-operand.args, node.start);
      if (typeof operand.args === "number") return this.#literal(-operand.args, node.start);
    }
    return { kind: "call", offset: node.start, name: node.op, args: [this.convert(operand)] };
  }

  #binary(node: BinaryNode): Expression {
    const name = node.op === "in" ? "@in" : `_${node.op}_`;
    return { kind: "call", offset: this.#operatorAfter(node.args[0]), name, args: this.#all(node.args) };
  }
}

/** `a.b.c`, when the receiver of `c` is but names with dots between them. */
const qualifiedName = (receiver: ASTNode, name: string): string | undefined => {
  if (receiver.op === "id") return `${receiver.args}.${name}`;
  return receiver.op === "." ? qualifiedName(receiver.args[0], `${receiver.args[1]}.${name}`) : undefined;
};

const readLiteral = (value: Extract<ASTNode, { op: "value" }>["args"]): CelValue =>
  value instanceof UnsignedInt ? new CelUint(value.value) : value;

/**
 * Turns the tree that `@marcbachmann/cel-js` parses a text into into an expression, macros expanded.
 *
 * @param known - tells names with dots from fields, and calls of functions with dots in their name from calls of methods
 * @param optionals - the optional elements, which the parser does not know
 * @returns the expression; or every macro that is used wrongly, in cel-go's words
 */
export const toExpression = (
  text: string,
  root: ASTNode,
  known: KnownNames,
  optionals: OptionalElements,
): Outcome<Expression> => {
  const converter = new Converter(text, known, optionals);
  const expression = converter.convert(root);
  if (converter.issues.length > 0) return fail("syntax", formatIssues(text, converter.issues));
  return succeed(expression);
};
