import { type FormatFlags, noFlags } from "./format-directive.js";
import { type FormatOperand, formatOperand } from "./format-operand.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Operands beyond this are no widths or precisions to Go. */
const largestOperand = 1_000_000;

/** Digits beyond this are no number: Go stops where the digits before the last one exceed a million. */
export const largestNumber = 10_000_009;

/** Prints operands by a format, as Go's `fmt.Sprintf` does: faults are part of the text. */
export class FormatPrinter {
  readonly #format: string;
  readonly #operands: readonly FormatOperand[];
  readonly #parts: string[] = [];
  #position = 0;
  #operand = 0;
  /** Some directive named its operand by index; then surplus operands are not reported. */
  #isReordered = false;
  /** The index of the current directive names an operand that exists. */
  #isIndexGood = true;
  /** An index stands directly before the current place. */
  #isAfterIndex = false;

  constructor(format: string, operands: readonly FormatOperand[]) {
    this.#format = format;
    this.#operands = operands;
  }

  print(): string {
    for (let percent = this.#find(); percent >= 0; percent = this.#find()) {
      this.#parts.push(this.#format.slice(this.#position, percent));
      this.#position = percent + 1;
      this.#printDirective();
    }
    this.#parts.push(this.#format.slice(this.#position), this.#surplus());
    return this.#parts.join("");
  }

  #find(): number {
    return this.#format.indexOf("%", this.#position);
  }

  #printDirective(): void {
    this.#isIndexGood = true;
    this.#isAfterIndex = false;
    // Most directives are a verb and no more.
    if (/[a-z]/i.test(this.#peek())) {
      this.#parts.push(this.#verb(noFlags));
      return;
    }
    const flags = this.#flags();
    this.#index();
    this.#width(flags);
    this.#precision(flags);
    if (!this.#isAfterIndex) this.#index();
    this.#parts.push(this.#verb(flags));
  }

  #flags(): Mutable<FormatFlags> {
    const flags: Mutable<FormatFlags> = { ...noFlags };
    for (; ; this.#position += 1) {
      const name = flagNames.get(this.#peek());
      if (name === undefined) return flags;
      flags[name] = true;
    }
  }

  #peek(): string {
    return this.#format.charAt(this.#position);
  }

  /** Reads `[2]`, which chooses the operand. */
  #index(): void {
    if (this.#peek() !== "[") {
      this.#isAfterIndex = false;
      return;
    }
    this.#isReordered = true;
    const close = this.#format.indexOf("]", this.#position);
    const text = close < 0 ? "" : this.#format.slice(this.#position + 1, close);
    const isNumber = /^\d+$/.test(text) && Number(text) <= largestNumber;
    const operand = Number(text) - 1;
    const exists = isNumber && operand >= 0 && operand < this.#operands.length;
    if (exists) this.#operand = operand;
    else this.#isIndexGood = false;
    this.#position = close < 0 ? this.#position + 1 : close + 1;
    this.#isAfterIndex = isNumber;
  }

  #width(flags: Mutable<FormatFlags>): void {
    if (this.#peek() !== "*") {
      flags.width = this.#number();
      if (this.#isAfterIndex && flags.width !== undefined) this.#isIndexGood = false;
      return;
    }
    this.#position += 1;
    const width = this.#numberOperand();
    if (width === undefined) this.#parts.push("%!(BADWIDTH)");
    if (width !== undefined && width < 0) {
      flags.minus = true;
      flags.zero = false;
    }
    flags.width = width === undefined ? undefined : Math.abs(width);
    this.#isAfterIndex = false;
  }

  #precision(flags: Mutable<FormatFlags>): void {
    if (this.#peek() !== ".") return;
    this.#position += 1;
    if (this.#isAfterIndex) this.#isIndexGood = false;
    this.#index();
    if (this.#peek() !== "*") {
      flags.precision = this.#number() ?? 0;
      return;
    }
    this.#position += 1;
    const precision = this.#numberOperand();
    flags.precision = precision !== undefined && precision >= 0 ? precision : undefined;
    if (flags.precision === undefined) this.#parts.push("%!(BADPREC)");
    this.#isAfterIndex = false;
  }

  #number(): number | undefined {
    const digits = /\d*/y;
    digits.lastIndex = this.#position;
    const text = digits.exec(this.#format)?.[0] ?? "";
    if (text === "") return undefined;
    const isTooLarge = Number(text) > largestNumber;
    this.#position = isTooLarge ? this.#format.length : this.#position + text.length;
    return isTooLarge ? undefined : Number(text);
  }

  /** The next operand as a width or precision. */
  #numberOperand(): number | undefined {
    const operand = this.#operands[this.#operand];
    if (operand !== undefined) this.#operand += 1;
    const value = operand?.kind === "integer" ? Number(operand.value) : Number.NaN;
    return Math.abs(value) <= largestOperand ? value : undefined;
  }

  #verb(flags: FormatFlags): string {
    if (this.#position >= this.#format.length) return "%!(NOVERB)";
    const verb = String.fromCodePoint(this.#format.codePointAt(this.#position) ?? 0);
    this.#position += verb.length;
    if (verb === "%") return "%";
    if (!this.#isIndexGood) return `%!${verb}(BADINDEX)`;
    const operand = this.#operands[this.#operand];
    if (operand === undefined) return `%!${verb}(MISSING)`;
    this.#operand += 1;
    return formatOperand(operand, verb, flags);
  }

  #surplus(): string {
    if (this.#isReordered || this.#operand >= this.#operands.length) return "";
    const rest = this.#operands.slice(this.#operand);
    return `%!(EXTRA ${rest.map((operand) => `${operand.typeName}=${formatOperand(operand, "v", noFlags)}`).join(", ")})`;
  }
}

const flagNames: ReadonlyMap<string, "plus" | "minus" | "sharp" | "space" | "zero"> = new Map([
  ["+", "plus"],
  ["-", "minus"],
  ["#", "sharp"],
  [" ", "space"],
  ["0", "zero"],
]);
