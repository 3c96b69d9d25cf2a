import { ExpressionBuilder, type KnownNames } from "./build-expression.js";
import { CollectionParser } from "./collection-parser.js";
import type { Expression } from "./expression.js";
import { readLiteral } from "./read-literal.js";
import { beginsOperand, OPERAND_KINDS, TokenReader } from "./token-reader.js";
import type { Token, TokenKind } from "./tokenize.js";

/** How deep expressions may stand in one another. */
const DEEPEST = 250;

/** Operators from those that bind least. */
const RELATIONS: readonly TokenKind[] = ["<", "<=", ">=", ">", "==", "!=", "in"];
const LEVELS: readonly (readonly TokenKind[])[] = [RELATIONS, ["+", "-"], ["*", "/", "%"]];

const operatorName = (kind: TokenKind): string => (kind === "in" ? "@in" : `_${kind}_`);

const isNumber = ({ kind }: Token): boolean => kind === "int" || kind === "float";

const LITERALS: ReadonlySet<TokenKind> = new Set(["int", "uint", "float", "string", "bytes", "true", "false", "null"]);

/**
 * Parses an expression by descent. What is wrong is collected, and parsing goes on as far as it makes sense.
 *
 * @source google/cel-go, parser/gen/CEL.g4
 */
export class ExpressionParser {
  readonly reader: TokenReader;
  readonly builder: ExpressionBuilder;
  readonly #collections: CollectionParser;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[], known: KnownNames) {
    this.reader = new TokenReader(text, tokens);
    this.builder = new ExpressionBuilder(known);
    this.#collections = new CollectionParser(this.reader, this.builder, (others) => this.#expression(others));
  }

  /** Whether expressions stand deeper in one another than is allowed; then nothing else counts. */
  isTooDeep = false;

  parse(): Expression {
    const expression = this.#expression();
    this.reader.expect("end");
    return expression;
  }

  #nothing(): Expression {
    return this.builder.literal(this.reader.peek().start, null);
  }

  /** @param others - what may stand here instead of an expression */
  #expression(others: readonly TokenKind[] = []): Expression {
    this.#depth += 1;
    this.isTooDeep ||= this.#depth > DEEPEST;
    const expression = this.isTooDeep ? this.#nothing() : this.#choice(others);
    this.#depth -= 1;
    return expression;
  }

  #choice(others: readonly TokenKind[]): Expression {
    const condition = this.#logical("||", others);
    const mark = this.reader.accept("?");
    if (mark === undefined) return condition;
    const yes = this.reader.within([":"], () => this.#logical("||", []));
    if (!this.reader.expect(":", undefined, OPERAND_KINDS)) return condition;
    return this.builder.operator("_?_:_", [condition, yes, this.#expression()], mark.start);
  }

  #logical(operator: "||" | "&&", others: readonly TokenKind[]): Expression {
    const next = (also: readonly TokenKind[]) =>
      operator === "||" ? this.#logical("&&", also) : this.#binary(0, also);
    const terms = [next(others)];
    const offsets: number[] = [];
    for (let mark = this.reader.accept(operator); mark !== undefined; mark = this.reader.accept(operator)) {
      offsets.push(mark.start);
      terms.push(next([]));
    }
    return this.builder.balanced(`_${operator}_`, terms, offsets);
  }

  #binary(level: number, others: readonly TokenKind[]): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary(others);
    let left = this.#binary(level + 1, others);
    while (operators.includes(this.reader.peek().kind)) {
      const { kind, start } = this.reader.take();
      left = this.builder.operator(operatorName(kind), [left, this.#binary(level + 1, [])], start);
    }
    return left;
  }

  #unary(others: readonly TokenKind[]): Expression {
    if (!this.reader.expectOperand(others)) return this.#nothing();
    const first = this.reader.peek();
    if (first.kind === "!") return this.#negations("!", first);
    return first.kind === "-" && !isNumber(this.reader.peek(1)) ? this.#negations("-", first) : this.#member();
  }

  /** Signs of negation: an even number of them cancels out. */
  #negations(sign: "!" | "-", first: Token): Expression {
    let count = 0;
    while (this.reader.peek(count).kind === sign) count += 1;
    const next = this.reader.peek(count);
    const isOperand = beginsOperand(next) && next.kind !== "!" && next.kind !== "-";
    const isWrong = sign === "-" && !isOperand;
    // It is the last sign that nothing goes on with.
    if (isWrong) this.reader.reportNoAlternative(next.kind === "!" ? this.reader.peek(count - 1) : first, next);
    for (let taken = 0; taken < count; taken++) this.reader.take();
    if (isWrong) return this.#unary([]);
    if (!isOperand && next.kind !== "-") {
      this.reader.rejectOperand();
      return this.#nothing();
    }
    const operand = this.#member();
    return count % 2 === 0 ? operand : this.builder.operator(`${sign}_`, [operand], first.start);
  }

  #member(): Expression {
    let operand = this.#primary();
    while (operand !== undefined) {
      const mark = this.reader.peek();
      if (mark.kind === ".") operand = this.#selection(operand);
      else if (mark.kind === "[") operand = this.#index(operand);
      else return operand;
    }
    this.reader.recover();
    return this.#nothing();
  }

  /** @returns `undefined` when it is given up */
  #selection(operand: Expression): Expression | undefined {
    const dot = this.reader.peek();
    const name = this.reader.peek(1);
    if (name.kind === "?") return this.#optionalSelection(operand, dot);
    if (name.kind !== "identifier" && name.kind !== "escaped") return this.#missingName(dot, name);
    this.reader.take();
    this.reader.take();
    const bracket = name.kind === "identifier" ? this.reader.accept("(") : undefined;
    if (bracket !== undefined) return this.builder.methodCall(operand, name, this.#arguments(), bracket.start);
    return this.#field(operand, name, dot, "value");
  }

  #missingName(dot: Token, found: Token): undefined {
    const isConstant = ["true", "false", "null"].includes(found.kind);
    if (isConstant) this.reader.report(found, `mismatched input '${found.text}' expecting IDENTIFIER`);
    else this.reader.reportNoAlternative(dot, found);
    return undefined;
  }

  #optionalSelection(operand: Expression, dot: Token): Expression | undefined {
    this.reader.take();
    this.reader.take();
    const name = this.reader.peek();
    if (name.kind === "identifier" || name.kind === "escaped") {
      return this.#field(operand, this.reader.take(), dot, "optional");
    }
    this.reader.report(name, `mismatched input '${name.text}' expecting {IDENTIFIER, ESC_IDENTIFIER}`);
    this.builder.fault({ offset: name.start, message: "unsupported ident kind" });
    return undefined;
  }

  #field(operand: Expression, name: Token, dot: Token, mode: "value" | "optional"): Expression {
    // Kubernetes does not take names in backticks.
    if (name.kind === "escaped") this.builder.fault({ offset: name.start, message: "unsupported syntax: '`'" });
    return this.builder.select(operand, name, dot.start, mode);
  }

  #index(operand: Expression): Expression | undefined {
    const { start } = this.reader.take();
    const isOptional = this.reader.peek().kind === "?" && this.reader.take() !== undefined;
    const index = this.reader.within(["]"], () => this.#expression(isOptional ? [] : ["?"]));
    if (!this.reader.expect("]")) return undefined;
    return this.builder.operator(isOptional ? "_[?_]" : "_[_]", [operand, index], start);
  }

  /** Behind the opening bracket. */
  #arguments(): readonly Expression[] {
    const args: Expression[] = [];
    this.reader.within([")", ","], () => {
      if (this.reader.peek().kind === ")" || !this.reader.expectOperand([")"])) return;
      if (this.reader.peek().kind === ")") return;
      do args.push(this.#expression());
      while (this.reader.accept(",") !== undefined);
    });
    this.reader.expect(")");
    return args;
  }

  /** @returns `undefined` when it is given up */
  #primary(): Expression | undefined {
    const token = this.reader.peek();
    if (token.kind === "-" || LITERALS.has(token.kind)) return this.#literal();
    if (token.kind === "[") return this.#collections.list();
    if (token.kind === "{") return this.#collections.map();
    if (token.kind === "(") {
      this.reader.take();
      const inner = this.reader.within([")"], () => this.#expression());
      return this.reader.expect(")") ? inner : undefined;
    }
    return this.#name();
  }

  #literal(): Expression | undefined {
    const first = this.reader.peek();
    const isSigned = first.kind === "-";
    if (isSigned && !isNumber(this.reader.peek(1))) {
      this.reader.reportNoAlternative(first, this.reader.peek(1));
      return undefined;
    }
    if (isSigned) this.reader.take();
    const token = this.reader.take();
    const read = readLiteral(token, isSigned ? "-" : "");
    return read.ok
      ? this.builder.literal(first.start, read.value)
      : this.builder.fault({ offset: first.start, message: read.error.message });
  }

  #name(): Expression | undefined {
    const dot = this.reader.peek();
    const isRoot = dot.kind === ".";
    const name = this.reader.peek(isRoot ? 1 : 0);
    if (name.kind !== "identifier") {
      this.reader.reportNoAlternative(dot, name);
      return undefined;
    }
    if (isRoot) this.reader.take();
    this.reader.take();
    const message = this.#messageName(name.text);
    if (message !== undefined) return this.#collections.message(message);
    const bracket = this.reader.accept("(");
    if (bracket !== undefined) return this.builder.call(name, this.#arguments(), bracket.start, isRoot ? "." : "");
    return this.builder.identifier(name, isRoot ? "." : "");
  }

  /** `a.b.C` before an opening brace, of which the first name has been taken; the rest is taken then. */
  #messageName(first: string): string | undefined {
    let count = 0;
    let name = first;
    while (this.reader.peek(count).kind === "." && this.reader.peek(count + 1).kind === "identifier") {
      name += `.${this.reader.peek(count + 1).text}`;
      count += 2;
    }
    if (this.reader.peek(count).kind !== "{") return undefined;
    for (let taken = 0; taken < count; taken++) this.reader.take();
    return name;
  }
}
