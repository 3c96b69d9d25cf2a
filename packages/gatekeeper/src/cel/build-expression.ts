import type { CelType, CelValue } from "./cel-value.js";
import { expandHas, expandMethodMacro, type MacroFault } from "./expand-macro.js";
import type { CallExpression, Expression } from "./expression.js";
import type { FunctionTable } from "./function-declaration.js";
import { plainName } from "./plain-name.js";
import type { SourceIssue } from "./source-issue.js";
import type { Token } from "./tokenize.js";

/** What has a name that may have dots in it. */
export interface KnownNames {
  readonly functions: FunctionTable;
  readonly types: ReadonlyMap<string, CelType>;
}

/** Words that are kept for other languages. */
const RESERVED: ReadonlySet<string> = new Set(
  "as break const continue else for function if import let loop package namespace return var void while".split(" "),
);

/** Names with more dots are of nothing that is known, and a text may have as many as it likes. */
const MOST_DOTS = 5;

/** `a.b.c`, when the receiver of `c` is but names with dots between them. */
const qualifiedName = (receiver: Expression, name: string): string | undefined => {
  const names = [name];
  let next = receiver;
  while (next.kind === "select" && next.mode === "value" && names.length < MOST_DOTS) {
    names.push(next.field);
    next = next.operand;
  }
  return next.kind === "identifier" ? [...names, plainName(next)].reverse().join(".") : undefined;
};

/** Builds expressions of their parts, expands macros, and collects what is wrong with them. */
export class ExpressionBuilder {
  readonly issues: SourceIssue[] = [];
  readonly #known: KnownNames;

  constructor(known: KnownNames) {
    this.#known = known;
  }

  literal(offset: number, value: CelValue): Expression {
    return { kind: "literal", offset, value };
  }

  /** Stands for what is wrong. */
  fault({ offset, message }: MacroFault): Expression {
    this.issues.push({ offset, message });
    return this.literal(offset, null);
  }

  /** @param dot - before the name, which is then one of the root */
  identifier({ text, start }: Token, dot: "" | "."): Expression {
    if (RESERVED.has(text)) return this.fault({ offset: start, message: `reserved identifier: ${text}` });
    return { kind: "identifier", offset: start, name: `${dot}${text}` };
  }

  /** A field; or a type with a dot in its name. */
  select(operand: Expression, { text: field }: Token, offset: number, mode: "value" | "optional"): Expression {
    const fullName = mode === "value" ? qualifiedName(operand, field) : undefined;
    if (fullName !== undefined && this.#known.types.has(fullName))
      return { kind: "identifier", offset, name: fullName };
    return { kind: "select", offset, mode, operand, field };
  }

  /** A call of a function, or the macro `has`. @param dot - before the name */
  call({ text: name, start }: Token, args: readonly Expression[], offset: number, dot: "" | "."): Expression {
    if (RESERVED.has(name)) return this.fault({ offset: start, message: `reserved identifier: ${name}` });
    const [argument] = args;
    if (name !== "has" || args.length !== 1 || argument === undefined) {
      return this.operator(this.#known.functions.has(name) ? name : `${dot}${name}`, args, offset);
    }
    return this.#orFault(expandHas(offset, argument));
  }

  /** A call of a method, of a function with a dot in its name, or a macro. */
  methodCall(target: Expression, { text: name }: Token, args: readonly Expression[], offset: number): Expression {
    const fullName = qualifiedName(target, name);
    if (fullName !== undefined && this.#known.functions.has(fullName)) return this.operator(fullName, args, offset);
    const call = { offset, name, target, args };
    return this.#orFault(expandMethodMacro(call) ?? { kind: "call", ...call });
  }

  operator(name: string, args: readonly Expression[], offset: number): CallExpression {
    return { kind: "call", offset, name, args };
  }

  /** A chain of `&&` or `||`: a tree as flat as can be, for chains may be long. */
  balanced(name: string, terms: readonly Expression[], offsets: readonly number[]): Expression {
    const build = (from: number, to: number): Expression => {
      const middle = Math.floor((from + to + 1) / 2);
      const offset = offsets[middle] ?? 0;
      const left = middle === from ? terms[middle] : build(from, middle - 1);
      const right = middle === to ? terms[middle + 1] : build(middle + 1, to);
      return this.operator(
        name,
        [left, right].filter((term) => term !== undefined),
        offset,
      );
    };
    const [only] = terms;
    return terms.length === 1 && only !== undefined ? only : build(0, offsets.length - 1);
  }

  #orFault(expanded: Expression | MacroFault): Expression {
    return "kind" in expanded ? expanded : this.fault(expanded);
  }
}
