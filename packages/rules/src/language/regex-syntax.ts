import { DIGITS, NAMED_CLASSES, SPACES, WORD } from "./character-classes.js";
import { type CharacterRange, type CharacterSet, foldCase, negate, toScalar } from "./character-set.js";

/** Where a pattern holds without a character of its own. */
export type RegexAnchor = "start" | "end" | "word-boundary" | "no-word-boundary";

/** A part of a regular expression. */
export type RegexNode =
  | { readonly set: CharacterSet }
  | { readonly anchor: RegexAnchor }
  | { readonly sequence: readonly RegexNode[] }
  | { readonly choice: readonly RegexNode[] }
  | { readonly repeated: RegexNode; readonly least: number; readonly most: number };

/**
 * Why a pattern was not read: `invalid` where RE2 itself refuses it, `unsupported` where RE2 may take it and this reader
 * does not know it.
 */
export type RegexFault = { readonly invalid: string } | { readonly unsupported: string };

const LAST_ASCII = 0x7f;
const MOST_DEPTH = 100;
/** RE2's own bound for counted repetition. */
const MOST_REPETITION = 1000;

const NEWLINE: CharacterSet = [[0x0a, 0x0a]];

const CLASSES: ReadonlyMap<string, CharacterSet> = new Map([
  ["d", DIGITS],
  ["s", SPACES],
  ["w", WORD],
]);
const ANCHORS: ReadonlyMap<string, RegexAnchor> = new Map([
  ["A", "start"],
  ["z", "end"],
  ["b", "word-boundary"],
  ["B", "no-word-boundary"],
]);
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ["a", 0x07],
  ["f", 0x0c],
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
  ["v", 0x0b],
]);
const QUANTIFIERS: ReadonlyMap<string, CharacterRange> = new Map([
  ["*", [0, Number.POSITIVE_INFINITY]],
  ["+", [1, Number.POSITIVE_INFINITY]],
  ["?", [0, 1]],
]);
const LETTER_OR_DIGIT = /^[0-9A-Za-z]$/;
const LEADING_FLAGS = /^\(\?([is]+)\)/;
const COUNT = /^\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/;
const GROUP_NAME = /^\?P?<(\w+)>/;
const NAMED_CLASS = /^\[:(\^?)(\w+):\]/;
const OTHER_ESCAPE = /[0-7pPxQEC]/;

/** Reads a regular expression of RE2's syntax, but for its rarer parts. */
export const parseRegex = (pattern: string): RegexNode | RegexFault => {
  const flags = LEADING_FLAGS.exec(pattern)?.[1] ?? "";
  const start = flags === "" ? 0 : flags.length + 3;
  return new RegexReader(pattern, start, new Set(flags)).read();
};

/** Reads one pattern from left to right. After a fault it stands at the end, where every loop stops. */
class RegexReader {
  private fault: RegexFault | undefined;
  private readonly names = new Set<string>();

  constructor(
    private readonly pattern: string,
    private position: number,
    private readonly flags: ReadonlySet<string>,
  ) {}

  read(): RegexNode | RegexFault {
    const node = this.choice(0);
    if (this.peek() === ")") this.refuse({ invalid: "unexpected `)`" });
    return this.fault ?? node;
  }

  private peek(): string {
    const codePoint = this.pattern.codePointAt(this.position);
    return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
  }

  private take(): string {
    const character = this.peek();
    this.position += character.length;
    return character;
  }

  private startsWith(text: string): boolean {
    return this.pattern.startsWith(text, this.position);
  }

  private skip(text: string): boolean {
    const found = this.startsWith(text);
    if (found) this.position += text.length;
    return found;
  }

  private refuse(fault: RegexFault): void {
    this.fault ??= fault;
    this.position = this.pattern.length;
  }

  private choice(depth: number): RegexNode {
    const choice = [this.sequence(depth)];
    while (this.skip("|")) choice.push(this.sequence(depth));
    return { choice };
  }

  private sequence(depth: number): RegexNode {
    const sequence: RegexNode[] = [];
    while (!["", "|", ")"].includes(this.peek())) sequence.push(this.repeated(depth));
    return { sequence };
  }

  private repeated(depth: number): RegexNode {
    if (this.quantifier() !== undefined) this.refuse({ invalid: "nothing to repeat" });
    const node = this.atom(depth);
    const quantifier = this.quantifier();
    if (quantifier === undefined) return node;
    const [least, most] = quantifier;
    this.skip("?");
    if (this.quantifier() !== undefined) this.refuse({ invalid: "a repetition is repeated" });
    return { repeated: node, least, most };
  }

  private quantifier(): CharacterRange | undefined {
    const simple = QUANTIFIERS.get(this.peek());
    if (simple !== undefined) {
      this.position += 1;
      return simple;
    }
    return this.peek() === "{" ? this.count() : undefined;
  }

  /** Reads `{2}`, `{2,}` or `{2,5}`; anything else in braces is plain text. */
  private count(): CharacterRange | undefined {
    const [text, from, comma, to] = COUNT.exec(this.pattern.slice(this.position)) ?? [];
    if (text === undefined) return undefined;
    this.position += text.length;
    const least = Number(from);
    const most = comma === undefined ? least : Number(to ?? Number.POSITIVE_INFINITY);
    const largest = most === Number.POSITIVE_INFINITY ? least : most;
    if (largest > MOST_REPETITION || most < least) this.refuse({ invalid: `the repetition \`${text}\`` });
    return [least, most];
  }

  private atom(depth: number): RegexNode {
    const character = this.take();
    if (character === "(") return this.group(depth + 1);
    if (character === "[") return { set: this.bracket() };
    if (character === ".") return { set: this.flags.has("s") ? negate([]) : negate(NEWLINE) };
    if (character === "^") return { anchor: "start" };
    if (character === "$") return { anchor: "end" };
    if (character === "\\") return this.escape();
    return { set: this.fold(only(codePointOf(character))) };
  }

  private group(depth: number): RegexNode {
    if (depth > MOST_DEPTH) this.refuse({ unsupported: `groups more than ${MOST_DEPTH} deep` });
    if (!this.skip("?:") && !this.skipName() && this.peek() === "?") this.refuseExtension();
    const node = this.choice(depth);
    if (!this.skip(")")) this.refuse({ invalid: "missing `)`" });
    return node;
  }

  /** Skips the name of a group: a search has no use for it. */
  private skipName(): boolean {
    const [text = "", name] = GROUP_NAME.exec(this.pattern.slice(this.position)) ?? [];
    if (name === undefined) return false;
    if (this.names.has(name)) this.refuse({ invalid: `the repeated group name \`${name}\`` });
    this.names.add(name);
    return this.skip(text);
  }

  private refuseExtension(): void {
    const extension = /^\?<?[=!]/.exec(this.pattern.slice(this.position, this.position + 3))?.[0];
    if (extension !== undefined) this.refuse({ invalid: `the extension \`(${extension}\`` });
    else this.refuse({ unsupported: "flags but for `i` and `s` at the start" });
  }

  private escape(): RegexNode {
    const character = this.take();
    const anchor = ANCHORS.get(character);
    if (anchor !== undefined) return { anchor };
    const escaped = this.escaped(character);
    return { set: typeof escaped === "number" ? this.fold(only(escaped)) : escaped };
  }

  /** What the character behind a backslash stands for: a class or one code point. */
  private escaped(character: string): CharacterSet | number {
    const named = CLASSES.get(character.toLowerCase());
    if (named === undefined) return CONTROLS.get(character) ?? this.escapedLiteral(character);
    const set = this.fold(named);
    return CLASSES.has(character) ? set : negate(set);
  }

  private escapedLiteral(character: string): number {
    const isLiteral = character !== "" && codePointOf(character) <= LAST_ASCII && !LETTER_OR_DIGIT.test(character);
    if (isLiteral) return codePointOf(character);
    // A digit that no octal digit follows would refer back to a group, which RE2 does not have.
    const isReference = /[1-9]/.test(character) && !/[0-7]/.test(this.peek());
    const fault = `the escape \`\\${character}\``;
    this.refuse(OTHER_ESCAPE.test(character) && !isReference ? { unsupported: fault } : { invalid: fault });
    return 0;
  }

  private bracket(): CharacterSet {
    const isNegated = this.skip("^");
    const set: CharacterRange[] = [];
    // A bracket that comes first closes nothing.
    do {
      set.push(...this.bracketItem());
    } while (this.fault === undefined && this.peek() !== "]");
    this.skip("]");
    return isNegated ? negate(set) : set;
  }

  private bracketItem(): CharacterSet {
    const first = this.bracketCharacter();
    if (typeof first !== "number") return first;
    if (this.startsWith("-]") || !this.skip("-")) return this.fold(only(first));
    const last = this.bracketCharacter();
    if (typeof last === "number" && last >= first) return this.fold([[first, last]]);
    this.refuse({ invalid: "a range of characters without an end" });
    return [];
  }

  private bracketCharacter(): CharacterSet | number {
    if (this.startsWith("[:")) return this.namedClass();
    const character = this.take();
    if (character === "") this.refuse({ invalid: "missing `]`" });
    return character === "\\" ? this.escaped(this.take()) : codePointOf(character);
  }

  private namedClass(): CharacterSet {
    const [text = "[:", negation, name = ""] = NAMED_CLASS.exec(this.pattern.slice(this.position)) ?? [];
    const set = NAMED_CLASSES.get(name);
    if (set === undefined) this.refuse({ unsupported: `the class \`${text}\`` });
    this.skip(text);
    const folded = this.fold(set ?? []);
    return negation === "^" ? negate(folded) : folded;
  }

  private fold(set: CharacterSet): CharacterSet {
    if (!this.flags.has("i")) return set;
    if (set.some(([, last]) => last > LAST_ASCII)) this.refuse({ unsupported: "characters beyond ASCII in any case" });
    return foldCase(set);
  }
}

const only = (codePoint: number): CharacterSet => [[codePoint, codePoint]];

const codePointOf = (character: string): number => toScalar(character.codePointAt(0) ?? 0);
