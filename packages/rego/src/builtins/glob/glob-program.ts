import type { Reference } from "../../value/reference.js";
import { compareText } from "../../value/text-order.js";
import { confinedLength } from "./glob-oddities.js";
import type { GlobPart } from "./glob-pattern.js";

/** One step of a compiled pattern: consume a character and go on, or go on at several steps without consuming any. */
export type GlobStep =
  | { readonly kind: "character"; readonly accepts: (character: string) => boolean; readonly next: number }
  | { readonly kind: "go"; readonly to: readonly number[] };

/**
 * The steps of a pattern; what comes after the last one is the match.
 *
 * @param delimiters - characters that `*` and `?` do not match
 */
export function compileSteps(
  parts: readonly GlobPart[],
  delimiters: ReadonlySet<string>,
  reference: Reference,
): readonly GlobStep[] {
  const program = new Program(delimiters, reference === "1.17");
  program.append(parts);
  return program.steps;
}

class Program {
  readonly steps: GlobStep[] = [];

  constructor(
    readonly delimiters: ReadonlySet<string>,
    readonly hasOddities: boolean,
  ) {}

  append(parts: readonly GlobPart[]): void {
    for (const [index, part] of parts.entries()) {
      const length = this.hasOddities ? confinedLength(parts, index) : undefined;
      if (length === undefined) this.#appendPart(part);
      else this.#appendConfined(part, length);
    }
  }

  #appendPart(part: GlobPart): void {
    if (part.kind === "text") for (const expected of part.text) this.#consume((character) => character === expected);
    else if (part.kind === "one") this.#consume((character) => !this.delimiters.has(character));
    else if (part.kind === "class") this.#consume((character) => isIn(part.ranges, character) !== part.negated);
    else if (part.kind === "any") this.#appendRun(part.delimited);
    else this.#appendAlternatives(part.of);
  }

  #consume(accepts: (character: string) => boolean): void {
    this.steps.push({ kind: "character", accepts, next: this.steps.length + 1 });
  }

  #appendRun(isDelimited: boolean): void {
    const start = this.steps.length;
    this.steps.push({ kind: "go", to: [start + 1, start + 3] });
    this.#consume((character) => !isDelimited || !this.delimiters.has(character));
    this.steps.push({ kind: "go", to: [start] });
  }

  #appendAlternatives(alternatives: readonly (readonly GlobPart[])[]): void {
    const starts: number[] = [];
    const end: number[] = [];
    this.steps.push({ kind: "go", to: starts });
    for (const alternative of alternatives) {
      starts.push(this.steps.length);
      this.append(alternative);
      this.steps.push({ kind: "go", to: end });
    }
    end.push(this.steps.length);
  }

  /** One copy of the part's steps for each number of characters that were consumed; only the last one leads out. */
  #appendConfined(part: GlobPart, length: number): void {
    const inner = new Program(this.delimiters, this.hasOddities);
    inner.#appendPart(part);
    const size = inner.steps.length + 1;
    const start = this.steps.length;
    const end = start + (length + 1) * size;
    for (let count = 0; count <= length; count += 1) {
      const here = start + count * size;
      for (const step of inner.steps) this.steps.push(moved(step, here, count < length ? here + size : undefined));
      this.steps.push({ kind: "go", to: count === length ? [end] : [] });
    }
  }
}

/** A step in its copy; after the last character that is allowed it accepts none. */
function moved(step: GlobStep, here: number, after: number | undefined): GlobStep {
  if (step.kind === "go") return { kind: "go", to: step.to.map((target) => target + here) };
  return after === undefined ? { kind: "go", to: [] } : { ...step, next: step.next + after };
}

const isIn = (ranges: readonly (readonly [string, string])[], character: string): boolean =>
  ranges.some(([low, high]) => compareText(low, character) <= 0 && compareText(character, high) <= 0);
