/** One step of a compiled pattern: takes a character, or goes on at other steps without taking any. */
type Step = { readonly takes: (character: string) => boolean } | { readonly goesTo: number[] };

/** Alternatives in braces that are being read: where each begins, and what leads from the end of each to what follows. */
interface Braces {
  readonly starts: number[];
  readonly ends: number[][];
}

const DELIMITER = ".";

/** What a pattern needs to be more than a text: outside of braces a comma or a closing brace is none. */
const SPECIAL = /[*?[{\\]/;

const takesAny = () => true;
const takesNoDelimiter = (character: string) => character !== DELIMITER;
const takesNone = () => false;

/**
 * Compiles a pattern for AppArmor profiles. `*` stands for any run of characters without a dot, `**` for any run, `?` for one
 * character but a dot, `[abc]`, `[a-z]` and `[!a-z]` for one character, `{a,b}` for one of several patterns; a backslash takes
 * the meaning from what follows. The whole text has to fit, case counts. A malformed pattern fits nothing.
 *
 * All ways through a pattern are followed at once, so that no pattern takes more time than its length times the text's.
 *
 * @source glob.match of OPA with an empty list of delimiters, which stands for the dot
 */
export const compileAppArmorGlob = (pattern: string): ((text: string) => boolean) => {
  if (!SPECIAL.test(pattern)) return (text) => text === pattern;
  const steps = new GlobReader(pattern).read();
  return steps === undefined ? takesNone : (text) => fits(steps, text);
};

class GlobReader {
  private readonly characters: readonly string[];
  private readonly steps: Step[] = [];
  private readonly open: Braces[] = [];
  private position = 0;

  constructor(pattern: string) {
    this.characters = Array.from(pattern);
  }

  /** The steps; `undefined` for a malformed pattern. Braces that are left open close at the end. */
  read(): readonly Step[] | undefined {
    for (let character = this.next(); character !== undefined; character = this.next()) {
      if (!this.append(character)) return undefined;
    }
    while (this.closeBraces());
    return this.steps;
  }

  private next(): string | undefined {
    return this.characters[this.position++];
  }

  private accept(character: string): boolean {
    if (this.characters[this.position] !== character) return false;
    this.position++;
    return true;
  }

  private append(character: string): boolean {
    if (character === "[") return this.appendClass();
    if (character === "}" && this.closeBraces()) return true;
    if (character === "," && this.startAlternative()) return true;
    if (character === "{") this.openBraces();
    else if (character === "*") this.appendRun(this.accept("*") ? takesAny : takesNoDelimiter);
    else if (character === "?") this.steps.push({ takes: takesNoDelimiter });
    else this.appendCharacter(character === "\\" ? this.next() : character);
    return true;
  }

  private appendCharacter(expected: string | undefined): void {
    if (expected !== undefined) this.steps.push({ takes: (character) => character === expected });
  }

  private appendRun(takes: (character: string) => boolean): void {
    const start = this.steps.length;
    this.steps.push({ goesTo: [start + 1, start + 3] }, { takes }, { goesTo: [start] });
  }

  private openBraces(): void {
    const braces: Braces = { starts: [], ends: [] };
    this.steps.push({ goesTo: braces.starts });
    braces.starts.push(this.steps.length);
    this.open.push(braces);
  }

  /** Begins the next alternative, if braces are open. */
  private startAlternative(): boolean {
    const braces = this.open.at(-1);
    if (braces === undefined) return false;
    braces.ends.push(this.appendEnd());
    braces.starts.push(this.steps.length);
    return true;
  }

  /** Closes the innermost braces, if any are open. */
  private closeBraces(): boolean {
    const braces = this.open.pop();
    if (braces === undefined) return false;
    braces.ends.push(this.appendEnd());
    for (const end of braces.ends) end.push(this.steps.length);
    return true;
  }

  private appendEnd(): number[] {
    const goesTo: number[] = [];
    this.steps.push({ goesTo });
    return goesTo;
  }

  /** Either one range or a list of characters; a minus in second place makes a range. */
  private appendClass(): boolean {
    const isNegated = this.accept("!");
    const members = this.characters[this.position + 1] === "-" ? this.readRange() : this.readList();
    if (members === undefined) return false;
    this.steps.push({ takes: (character) => members(character) !== isNegated });
    return true;
  }

  private readRange(): ((character: string) => boolean) | undefined {
    const low = this.next()?.codePointAt(0);
    this.position++;
    const high = this.next()?.codePointAt(0);
    if (low === undefined || high === undefined || high < low || !this.accept("]")) return undefined;
    return (character) => {
      const code = Number(character.codePointAt(0));
      return low <= code && code <= high;
    };
  }

  private readList(): ((character: string) => boolean) | undefined {
    const members = new Set<string>();
    for (let character = this.next(); character !== "]"; character = this.next()) {
      const member = character === "\\" ? this.next() : character;
      if (member === undefined) return undefined;
      members.add(member);
    }
    return members.size === 0 ? undefined : (character) => members.has(character);
  }
}

const fits = (steps: readonly Step[], text: string): boolean => {
  let active = follow(steps, [0]);
  for (const character of text) {
    const next: number[] = [];
    for (const position of active) {
      const step = steps[position];
      if (step !== undefined && "takes" in step && step.takes(character)) next.push(position + 1);
    }
    if (next.length === 0) return false;
    active = follow(steps, next);
  }
  return active.has(steps.length);
};

/** The steps that are reached from others without taking a character, and these. */
const follow = (steps: readonly Step[], positions: readonly number[]): ReadonlySet<number> => {
  const reached = new Set(positions);
  for (const position of reached) {
    const step = steps[position];
    if (step !== undefined && "goesTo" in step) for (const target of step.goesTo) reached.add(target);
  }
  return reached;
};
