import {
  type Body,
  type Call,
  type Comprehension,
  calledOperator,
  dottedName,
  type Expression,
  isWildcard,
  type Literal,
  operatorName,
  type Reference,
  type Scalar,
  type Template,
  type Term,
  type With,
} from "./ast.js";
import type { Location } from "./location.js";
import { infixSigns, sourceName } from "./print-names.js";
import { joinAll, joinLines, stackLines, type TextLine, type TextLines, textLine } from "./text-lines.js";
import { isKeyword } from "./token.js";

/** Where lines are broken, and how scalars are spelled. */
export interface Layout {
  /** Whether what begins at `next` stands on a later line than what begins at `previous`. */
  breaks(previous: Location, next: Location): boolean;
  /** The row in which a text ends. */
  endRow(location: Location): number;
  spell(scalar: Scalar): string;
  /** Whether a keyword in a reference is written after a dot; else it stands in brackets. */
  dotsKeyword(location: Location): boolean;
  /** The text of a template string as it is in the source, if there is one. */
  template?(template: Template): string | undefined;
}

const brackets: Readonly<Record<Comprehension["collects"], readonly [string, string]>> = {
  array: ["[", "]"],
  set: ["{", "}"],
  object: ["{", "}"],
};

/** Something in a list, and where it begins. */
interface Item {
  readonly lines: TextLines;
  readonly location: Location;
}

/** Prints terms and literals in a layout; parsing the text gives the same. */
export class TermPrinter {
  constructor(private readonly layout: Layout) {}

  term(term: Term): TextLines {
    switch (term.kind) {
      case "scalar":
        return textLine(this.layout.spell(term), this.layout.endRow(term.location));
      case "variable":
        return textLine(isWildcard(term.name) ? "_" : sourceName(term.name), term.location.row);
      case "reference":
        return this.reference(term);
      case "call":
        return this.call(term);
      case "array":
        return this.list("[", term.items.map(this.item), "]", term.location);
      case "set":
        if (term.items.length === 0) return textLine("set()", term.location.row);
        return this.list("{", term.items.map(this.item), "}", term.location);
      case "object":
        return this.list("{", term.entries.map(this.entry), "}", term.location);
      case "comprehension":
        return this.comprehension(term);
      case "template":
        return textLine(this.layout.template?.(term) ?? this.template(term), this.layout.endRow(term.location));
    }
  }

  /** A condition. */
  literal(literal: Literal): TextLines {
    const sign = textLine(literal.negated ? "not " : "");
    return joinLines(sign, this.expression(literal.expression), ...this.modifiers(literal.modifiers));
  }

  /** The beginning of an `every`, up to its body. */
  everyHead({ key, value, domain }: Extract<Expression, { kind: "every" }>): TextLines {
    const names = (key === undefined ? [value] : [key, value]).map((name) => this.flat(name)).join(", ");
    return joinLines(textLine(`every ${names} in `), this.operand(domain));
  }

  modifiers(modifiers: readonly With[]): readonly TextLines[] {
    return modifiers.map(({ target, value }) =>
      joinLines(textLine(" with "), this.term(target), textLine(" as "), this.term(value)),
    );
  }

  /** A term on one line, wherever its lines would be broken. */
  private flat(term: Term): string {
    return this.term(term)
      .map(({ text }) => text)
      .join("");
  }

  /** Operators and operands of `in` need parentheses inside other operators. */
  private readonly operand = (term: Term): TextLines =>
    isInfix(term) || this.isNegative(term) ? this.parenthesized(term) : this.term(term);

  /** A side of an equation: no operator binds less than its sign, but a comma would end it. */
  private readonly side = (term: Term): TextLines =>
    isEquation(term) || isMembership(term, 3) ? this.parenthesized(term) : this.term(term);

  /** A minus at the start of a line would go on with the line before. */
  private isNegative(term: Term): boolean {
    return term.kind === "scalar" && this.layout.spell(term).startsWith("-");
  }

  private parenthesized(term: Term): TextLines {
    return joinLines(textLine("("), this.term(term), textLine(")"));
  }

  /** Inside a collection a union would be taken for a comprehension. */
  private readonly item = (term: Term): Item => {
    const isAmbiguous = isMembership(term, 3) || calledOperator(term) === "or";
    return { lines: isAmbiguous ? this.parenthesized(term) : this.term(term), location: term.location };
  };

  private readonly entry = ([key, value]: readonly [Term, Term]): Item => ({
    lines: joinLines(this.item(key).lines, textLine(": "), this.item(value).lines),
    location: key.location,
  });

  /** Items on one line, or on several as they are in the source, each with a comma behind it. */
  private list(open: string, items: readonly Item[], close: string, location: Location): TextLines {
    const groups: Item[][] = [];
    let previous = location;
    for (const item of items) {
      const isNew = groups.length === 0 || this.layout.breaks(previous, item.location);
      if (isNew) groups.push([item]);
      else groups.at(-1)?.push(item);
      previous = item.location;
    }
    const [first] = items;
    const isFlat = groups.length <= 1 && (first === undefined || !this.layout.breaks(location, first.location));
    const joined = groups.map((group) => separated(group.map(({ lines }) => lines)));
    if (isFlat) return joinLines(textLine(open), ...joined, textLine(close));
    return this.block(
      textLine(open, location.row),
      joined.map((lines) => joinLines(lines, textLine(","))),
      close,
      location,
    );
  }

  private block(open: TextLines, parts: readonly TextLines[], close: string, location: Location): TextLines {
    const last: TextLine = { text: close, indent: 0, row: this.layout.endRow(location), isClosing: true };
    return [open[0], ...open.slice(1), ...stackLines(parts, 1), last];
  }

  private reference({ head, path }: Reference): TextLines {
    return joinLines(this.operand(head), ...path.map((part) => this.part(part)));
  }

  private part(part: Term): TextLines {
    const name = part.kind === "scalar" && typeof part.value === "string" ? part.value : "";
    const isDotted = /^[A-Za-z_]\w*$/.test(name) && (!isKeyword(name) || this.layout.dotsKeyword(part.location));
    if (isDotted) return textLine(`.${name}`, part.location.row);
    return joinLines(textLine("["), this.term(part), textLine("]"));
  }

  private call(call: Call): TextLines {
    const [left, right, third] = call.args;
    const sign = infixSigns[operatorName(call.operator)];
    if (sign !== undefined && call.args.length === 2 && left !== undefined && right !== undefined) {
      const print = sign === "=" || sign === ":=" ? this.side : this.operand;
      const start = this.isNegative(left) ? this.parenthesized(left) : print(left);
      return joinLines(start, textLine(` ${sign} `), print(right));
    }
    if (isMembership(call, 2) && left !== undefined && right !== undefined) {
      return joinLines(this.operand(left), textLine(" in "), this.operand(right));
    }
    if (isMembership(call, 3) && left !== undefined && right !== undefined && third !== undefined) {
      return joinLines(this.operand(left), textLine(", "), this.operand(right), textLine(" in "), this.operand(third));
    }
    const list = this.list("(", call.args.map(this.item), ")", call.location);
    return joinLines(this.reference(call.operator), list);
  }

  private comprehension(term: Comprehension): TextLines {
    const [open, close] = brackets[term.collects];
    const key = term.key === undefined ? [] : [this.operand(term.key), textLine(": ")];
    const head = joinLines(textLine(open), ...key, this.operand(term.head), textLine(" |"));
    const [first] = term.body;
    if (first !== undefined && this.layout.breaks(term.head.location, first.location)) {
      return this.block(
        head,
        term.body.map((literal) => this.literal(literal)),
        close,
        term.location,
      );
    }
    return joinLines(head, textLine(" "), this.body(term.body), textLine(close));
  }

  /** A query on one line. */
  body(body: Body): TextLines {
    return separated(
      body.map((literal) => this.literal(literal)),
      "; ",
    );
  }

  private template({ style, parts }: Template): string {
    const quote = style === "raw" ? "`" : '"';
    return `$${quote}${parts.map((part) => this.templatePart(part, style)).join("")}${quote}`;
  }

  private templatePart(part: Term | Literal, style: Template["style"]): string {
    if (part.kind === "literal") return `{${flatText(this.literal(part))}}`;
    if (part.kind !== "scalar" || typeof part.value !== "string") return `{${this.flat(part)}}`;
    const text = style === "raw" ? part.value : JSON.stringify(part.value).slice(1, -1);
    return text.replaceAll("{", "\\{");
  }

  private expression(expression: Expression): TextLines {
    switch (expression.kind) {
      case "some":
        return textLine(`some ${expression.symbols.map((symbol) => this.flat(symbol)).join(", ")}`);
      case "some-in": {
        const { key, value, domain } = expression;
        const names = separated((key === undefined ? [value] : [key, value]).map((name) => this.operand(name)));
        return joinLines(textLine("some "), names, textLine(" in "), this.operand(domain));
      }
      case "every":
        return joinLines(this.everyHead(expression), textLine(" { "), this.body(expression.body), textLine(" }"));
      case "negated-body":
        return joinLines(textLine("not { "), this.body(expression.body), textLine(" }"));
      default:
        return this.term(expression);
    }
  }
}

const flatText = (lines: TextLines): string => lines.map(({ text }) => text).join("");

function separated(parts: readonly TextLines[], separator = ", "): TextLines {
  const pieces = parts.flatMap((part, index) => (index === 0 ? [part] : [textLine(separator), part]));
  return joinAll(pieces);
}

const isEquation = (term: Term): boolean =>
  term.kind === "call" && ["eq", "assign"].includes(operatorName(term.operator)) && term.args.length === 2;

const isMembership = (term: Term, operands: 2 | 3): boolean =>
  term.kind === "call" && dottedName(term.operator) === `internal.member_${operands}` && term.args.length === operands;

function isInfix(term: Term): boolean {
  if (term.kind !== "call") return false;
  const sign = infixSigns[operatorName(term.operator)];
  return (sign !== undefined && term.args.length === 2) || isMembership(term, 2) || isMembership(term, 3);
}
