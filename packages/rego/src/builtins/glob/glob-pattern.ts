import type { Reference } from "../../value/reference.js";
import { compareText } from "../../value/text-order.js";
import { encodeUtf8 } from "../text/utf8.js";

/** A part of a glob pattern. */
export type GlobPart =
  | { readonly kind: "text"; readonly text: string }
  /** Any run of characters; `delimited` says whether delimiters end it. */
  | { readonly kind: "any"; readonly delimited: boolean }
  /** One character that is no delimiter. */
  | { readonly kind: "one" }
  | { readonly kind: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  | { readonly kind: "alternatives"; readonly of: readonly (readonly GlobPart[])[] };

/** Why a pattern is malformed, and after how many bytes; thrown inside the reader only. */
class GlobFault {
  constructor(
    readonly message: string,
    readonly offset: number,
  ) {}
}

/** A pattern, or why it is malformed, in the words of the library that OPA uses. */
export type GlobReading =
  | { readonly ok: true; readonly parts: readonly GlobPart[] }
  | { readonly ok: false; readonly message: string };

/**
 * Reads a glob pattern. The older library closes braces by itself and drops a backslash at the end, the newer one refuses both.
 *
 * Source: rego.md, sections 10.5 and 17.
 */
export function readGlob(pattern: string, reference: Reference): GlobReading {
  try {
    return { ok: true, parts: new GlobReader(pattern, reference).read() };
  } catch (fault) {
    if (!(fault instanceof GlobFault)) throw fault;
    const message =
      reference === "1.17" ? fault.message : `glob: syntax error at ${fault.offset}: ${newWording(fault.message)}`;
    return { ok: false, message };
  }
}

const newWording = (message: string): string =>
  message.startsWith("hi character") ? "range hi character is less than lo" : message;

/** Alternatives that are being read: those that are complete, and the parts of the last one. */
interface Branch {
  readonly complete: (readonly GlobPart[])[];
  parts: GlobPart[];
}

class GlobReader {
  readonly #characters: readonly string[];
  #position = 0;

  constructor(
    readonly pattern: string,
    readonly reference: Reference,
  ) {
    this.#characters = Array.from(pattern);
  }

  #fault(message: string): GlobFault {
    return new GlobFault(message, encodeUtf8(this.#characters.slice(0, this.#position).join("")).length);
  }

  /** Alternatives nest in a list of open branches, so that depth is no burden; an unclosed brace closes itself. */
  read(): readonly GlobPart[] {
    const branches: Branch[] = [{ complete: [], parts: [] }];
    for (let character = this.#take(); character !== undefined; character = this.#take()) {
      const branch = branches.at(-1) ?? { complete: [], parts: [] };
      if (character === "{") branches.push({ complete: [], parts: [] });
      else if (character === "}" && branches.length > 1) close(branches);
      else if (character === "," && branches.length > 1) {
        branch.complete.push(branch.parts);
        branch.parts = [];
      } else append(branch.parts, this.#part(character));
    }
    if (branches.length > 1 && this.reference !== "1.17") throw this.#fault("unclosed `{`");
    while (branches.length > 1) close(branches);
    return branches[0]?.parts ?? [];
  }

  #take(): string | undefined {
    const character = this.#characters[this.#position];
    this.#position += 1;
    return character;
  }

  #part(character: string): GlobPart {
    if (character === "?") return { kind: "one" };
    if (character === "*") return { kind: "any", delimited: !this.#accept("*") };
    if (character === "[") return this.#class();
    return { kind: "text", text: character === "\\" ? this.#escaped() : character };
  }

  #escaped(): string {
    const character = this.#take();
    if (character === undefined && this.reference !== "1.17") throw this.#fault("trailing backslash");
    return character ?? "";
  }

  #accept(character: string): boolean {
    if (this.#characters[this.#position] !== character) return false;
    this.#position += 1;
    return true;
  }

  /** Either one range `a-z` or a list of characters; a minus in second place makes a range. */
  #class(): GlobPart {
    const negated = this.#accept("!");
    if (this.#characters[this.#position + 1] === "-") {
      return { kind: "class", negated, ranges: [this.#range()] };
    }
    return { kind: "class", negated, ranges: this.#list() };
  }

  #range(): readonly [string, string] {
    const low = this.#expected();
    this.#position += 1;
    const high = this.#expected();
    const isReversed = compareText(high, low) < 0;
    const reversed = `hi character '${high}' should be greater than lo '${low}'`;
    if (isReversed && this.reference === "1.17") throw this.#fault(reversed);
    if (this.#expected() !== "]") throw this.#fault("expected close range character");
    if (isReversed) throw this.#fault(reversed);
    return [low, high];
  }

  #list(): readonly (readonly [string, string])[] {
    const ranges: (readonly [string, string])[] = [];
    for (let character = this.#expected(); character !== "]"; character = this.#expected()) {
      const member = character === "\\" ? this.#expected() : character;
      ranges.push([member, member]);
    }
    if (ranges.length === 0) throw this.#fault("could not parse range");
    return ranges;
  }

  #expected(): string {
    const character = this.#take();
    if (character === undefined) throw this.#fault("unexpected end of input");
    return character;
  }
}

function close(branches: Branch[]): void {
  const branch = branches.pop();
  if (branch === undefined) return;
  branches.at(-1)?.parts.push({ kind: "alternatives", of: [...branch.complete, branch.parts] });
}

/** Text next to text is one part. */
function append(parts: GlobPart[], part: GlobPart): void {
  const last = parts.at(-1);
  if (part.kind === "text" && last?.kind === "text")
    parts[parts.length - 1] = { kind: "text", text: last.text + part.text };
  else parts.push(part);
}
