/** A symbol of a pattern: ranges of code points, perhaps repeated. */
export interface GlobSymbol {
  readonly ranges: readonly (readonly [number, number])[];
  /** May stand for no character: `*`. */
  readonly isOptional: boolean;
  /** May stand for several characters: `*`, `+`. */
  readonly isRepeated: boolean;
}

/** The symbols of a pattern, or why it is malformed, in the words of the library that OPA uses. */
export type GlobSymbolsReading =
  | { readonly ok: true; readonly symbols: readonly GlobSymbol[] }
  | { readonly ok: false; readonly message: string };

/** Thrown inside the reader only. */
class SymbolFault {
  constructor(
    readonly position: number,
    readonly message: string,
  ) {}
}

const anything: GlobSymbol["ranges"] = [[0, 0x10ffff]];

/** Reads a pattern of characters, `.`, `[a-z]`, `\` escapes, and `+` and `*` after any of them. */
export function readGlobSymbols(pattern: string): GlobSymbolsReading {
  try {
    return { ok: true, symbols: new SymbolReader(pattern).read() };
  } catch (fault) {
    if (!(fault instanceof SymbolFault)) throw fault;
    const message = `input:${pattern}, pos:${fault.position}, ${fault.message}: the input provided is invalid`;
    return { ok: false, message };
  }
}

class SymbolReader {
  readonly #characters: readonly string[];
  #position = 0;

  constructor(pattern: string) {
    this.#characters = Array.from(pattern);
  }

  read(): readonly GlobSymbol[] {
    const symbols: GlobSymbol[] = [];
    while (this.#position < this.#characters.length) {
      const ranges = this.#ranges();
      const flag = this.#characters[this.#position];
      const isRepeated = flag === "*" || flag === "+";
      if (isRepeated) this.#position += 1;
      symbols.push({ ranges, isRepeated, isOptional: flag === "*" });
    }
    return symbols;
  }

  #ranges(): GlobSymbol["ranges"] {
    const character = this.#take();
    if (character === ".") return anything;
    if (character === "[") return this.#set();
    if (character === "]") throw new SymbolFault(this.#position, "set-close ']' with no preceding '['");
    if (character === "+" || character === "*") {
      throw new SymbolFault(this.#position, `flag '${character}' must be preceded by a non-flag`);
    }
    return single(character === "\\" ? this.#escaped() : character);
  }

  #take(): string {
    const character = this.#characters[this.#position] ?? "";
    this.#position += 1;
    return character;
  }

  #escaped(): string {
    if (this.#position < this.#characters.length) return this.#take();
    throw new SymbolFault(this.#position - 1, "input ends with a \\ (escape) character");
  }

  #set(): GlobSymbol["ranges"] {
    const ranges: (readonly [number, number])[] = [];
    while (this.#characters[this.#position] !== "]") {
      const low = this.#member("preceded");
      if (this.#characters[this.#position] !== "-") ranges.push(...single(low));
      else {
        this.#position += 1;
        ranges.push(this.#range(low));
      }
    }
    this.#position += 1;
    return ranges;
  }

  #member(side: string): string {
    if (this.#position >= this.#characters.length) throw new SymbolFault(this.#position, "found [ without matching ]");
    const character = this.#take();
    if (character === "-") throw this.#loneRange(side);
    return character === "\\" ? this.#escaped() : character;
  }

  #loneRange(side: string): SymbolFault {
    return new SymbolFault(this.#position, `range character '-' must be ${side} by a Unicode character`);
  }

  #range(low: string): readonly [number, number] {
    if ((this.#characters[this.#position] ?? "]") === "]") throw this.#loneRange("followed");
    const high = this.#member("followed");
    const [from, to] = [codeOf(low), codeOf(high)];
    if (from <= to) return [from, to];
    throw new SymbolFault(this.#position, `range is out of order: '${high}' comes before '${low}' in Unicode`);
  }
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

const single = (character: string): GlobSymbol["ranges"] => [[codeOf(character), codeOf(character)]];
