import type { ExpressionBuilder } from "./build-expression.js";
import type { Expression } from "./expression.js";
import { OPERAND_KINDS, type TokenReader } from "./token-reader.js";
import type { TokenKind } from "./tokenize.js";

/** Parses an expression; `others` are what may stand there instead. */
export type ParsePart = (others: readonly TokenKind[]) => Expression;

/** An element or an entry is missing between these. */
const NO_LIST: readonly TokenKind[] = ["]", ",", "?"];
const NO_MAP: readonly TokenKind[] = ["}", ",", "?"];

/** Parses lists, maps and messages. Each gives `undefined` when it is given up. */
export class CollectionParser {
  readonly #reader: TokenReader;
  readonly #builder: ExpressionBuilder;
  readonly #part: ParsePart;

  constructor(reader: TokenReader, builder: ExpressionBuilder, part: ParsePart) {
    this.#reader = reader;
    this.#builder = builder;
    this.#part = part;
  }

  list(): Expression | undefined {
    const offset = this.#reader.take().start;
    const optionals = new Set<number>();
    const elements: Expression[] = [];
    const isWhole = this.#reader.within(["]", ","], () =>
      this.#items("]", NO_LIST, (others) => {
        const isOptional = this.#takeMark();
        if (isOptional) optionals.add(elements.length);
        elements.push(this.#part(isOptional ? [] : others));
        return true;
      }),
    );
    return isWhole && this.#reader.expect("]") ? { kind: "list", offset, elements, optionals } : undefined;
  }

  map(): Expression | undefined {
    const offset = this.#reader.take().start;
    const optionals = new Set<number>();
    const entries: (readonly [Expression, Expression])[] = [];
    const isWhole = this.#reader.within(["}", ","], () =>
      this.#items("}", NO_MAP, (others) => {
        const isOptional = this.#takeMark();
        if (isOptional) optionals.add(entries.length);
        const key = this.#reader.within([":"], () => this.#part(isOptional ? [] : others));
        if (!this.#reader.expect(":", undefined, OPERAND_KINDS)) return false;
        entries.push([key, this.#part([])]);
        return true;
      }),
    );
    return isWhole && this.#reader.expect("}") ? { kind: "map", offset, entries, optionals } : undefined;
  }

  /** A message of a type; of the types that Kubernetes has, none is made like this. */
  message(name: string): Expression | undefined {
    const offset = this.#reader.take().start;
    const isWhole = this.#reader.within(["}", ","], () => this.#fields());
    if (!isWhole || !this.#reader.expect("}")) return undefined;
    return this.#builder.fault({ offset, message: `undeclared reference to '${name}' (in container '')` });
  }

  #takeMark(): boolean {
    return this.#reader.accept("?") !== undefined;
  }

  /** Elements with commas between them and perhaps one behind; or a comma alone. */
  #items(closer: "]" | "}", none: readonly TokenKind[], read: (others: readonly TokenKind[]) => boolean): boolean {
    const { kind } = this.#reader.peek();
    if (kind === closer) return true;
    if (kind === ",") return this.#reader.take() !== undefined;
    let others = none;
    do {
      if (!read(others)) return false;
      others = [];
      if (!this.#reader.expectOneOf([closer, ","])) return false;
    } while (this.#reader.accept(",") !== undefined && this.#beginsItem());
    return true;
  }

  #beginsItem(): boolean {
    const { kind } = this.#reader.peek();
    return kind === "?" || OPERAND_KINDS.includes(kind);
  }

  #fields(): boolean {
    const { kind } = this.#reader.peek();
    if (kind === "}") return true;
    if (kind === ",") return this.#reader.take() !== undefined;
    do {
      this.#takeMark();
      const name = this.#reader.peek();
      if (name.kind !== "identifier" && name.kind !== "escaped") {
        this.#reader.report(
          name,
          `mismatched input '${name.text}' expecting {'}', ',', '?', IDENTIFIER, ESC_IDENTIFIER}`,
        );
        this.#reader.recover();
        return false;
      }
      this.#reader.take();
      if (!this.#reader.expect(":", undefined, [])) return false;
      this.#part([]);
      if (!this.#reader.expectOneOf(["}", ","])) return false;
    } while (this.#reader.accept(",") !== undefined && this.#reader.peek().kind !== "}");
    return true;
  }
}
