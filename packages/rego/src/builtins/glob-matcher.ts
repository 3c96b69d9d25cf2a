import { compareText } from "../value/text-order.js";
import type { GlobPart } from "./glob-pattern.js";

/** One step of a compiled pattern: consume a character, or go on at other steps without consuming any. */
type Step =
  | { readonly kind: "character"; readonly accepts: (character: string) => boolean }
  | { readonly kind: "go"; readonly to: number[] };

/** A compiled pattern: tells whether the whole text matches, in time proportional to pattern times text. */
export type GlobMatcher = (text: string) => boolean;

/**
 * Compiles a pattern to steps that are followed all at once, so that no pattern takes exponential time.
 *
 * @param delimiters - characters that `*` and `?` do not match
 */
export function compileGlob(parts: readonly GlobPart[], delimiters: readonly string[]): GlobMatcher {
  const steps: Step[] = [];
  appendParts(parts, steps, new Set(delimiters));
  return (text) => matches(steps, text);
}

function appendParts(parts: readonly GlobPart[], steps: Step[], delimiters: ReadonlySet<string>): void {
  for (const part of parts) appendPart(part, steps, delimiters);
}

function appendPart(part: GlobPart, steps: Step[], delimiters: ReadonlySet<string>): void {
  switch (part.kind) {
    case "text":
      for (const expected of part.text)
        steps.push({ kind: "character", accepts: (character) => character === expected });
      return;
    case "one":
      steps.push({ kind: "character", accepts: (character) => !delimiters.has(character) });
      return;
    case "class":
      steps.push({ kind: "character", accepts: (character) => isIn(part.ranges, character) !== part.negated });
      return;
    case "any":
      appendRun(steps, part.delimited ? delimiters : new Set());
      return;
    case "alternatives":
      appendAlternatives(part.of, steps, delimiters);
  }
}

function appendRun(steps: Step[], excluded: ReadonlySet<string>): void {
  const start = steps.length;
  steps.push({ kind: "go", to: [start + 1, start + 3] });
  steps.push({ kind: "character", accepts: (character) => !excluded.has(character) });
  steps.push({ kind: "go", to: [start] });
}

function appendAlternatives(
  alternatives: readonly (readonly GlobPart[])[],
  steps: Step[],
  delimiters: ReadonlySet<string>,
): void {
  const starts: number[] = [];
  const ends: number[][] = [];
  steps.push({ kind: "go", to: starts });
  for (const alternative of alternatives) {
    starts.push(steps.length);
    appendParts(alternative, steps, delimiters);
    const end: number[] = [];
    ends.push(end);
    steps.push({ kind: "go", to: end });
  }
  for (const end of ends) end.push(steps.length);
}

const isIn = (ranges: readonly (readonly [string, string])[], character: string): boolean =>
  ranges.some(([low, high]) => compareText(low, character) <= 0 && compareText(character, high) <= 0);

function matches(steps: readonly Step[], text: string): boolean {
  let active = reach([0], steps);
  for (const character of text) {
    const next: number[] = [];
    for (const position of active) {
      const step = steps[position];
      if (step?.kind === "character" && step.accepts(character)) next.push(position + 1);
    }
    if (next.length === 0) return false;
    active = reach(next, steps);
  }
  return active.has(steps.length);
}

/** The positions that are reached from others without consuming a character. */
function reach(positions: readonly number[], steps: readonly Step[]): ReadonlySet<number> {
  const reached = new Set<number>(positions);
  for (const position of reached) {
    const step = steps[position];
    if (step?.kind === "go") for (const target of step.to) reached.add(target);
  }
  return reached;
}
