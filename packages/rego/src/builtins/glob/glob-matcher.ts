import type { Reference } from "../../value/reference.js";
import { matchesEmptyText, refusesEmptyText, textsAroundRun } from "./glob-oddities.js";
import type { GlobPart } from "./glob-pattern.js";
import { compileSteps, type GlobStep } from "./glob-program.js";

/** A compiled pattern: tells whether the whole text matches, in time proportional to pattern times text. */
export type GlobMatcher = (text: string) => boolean;

/**
 * Compiles a pattern to steps that are followed all at once, so that no pattern takes exponential time.
 *
 * @param delimiters - characters that `*` and `?` do not match
 * @param reference - the release whose answers are given: the older library has oddities
 */
export function compileGlob(
  parts: readonly GlobPart[],
  delimiters: readonly string[],
  reference: Reference,
): GlobMatcher {
  const around = reference === "1.17" ? textsAroundRun(parts, delimiters.length > 0) : undefined;
  if (around !== undefined) return (text) => text.startsWith(around[0]) && text.endsWith(around[1]);
  const steps = compileSteps(parts, new Set(delimiters), reference);
  if (reference !== "1.17") return (text) => matches(steps, text);
  const [accepts, refuses] = [matchesEmptyText(parts), refusesEmptyText(parts, delimiters.length > 0)];
  return (text) => (text === "" && (accepts || refuses) ? accepts : matches(steps, text));
}

function matches(steps: readonly GlobStep[], text: string): boolean {
  let active = reach([0], steps);
  for (const character of text) {
    const next: number[] = [];
    for (const position of active) {
      const step = steps[position];
      if (step?.kind === "character" && step.accepts(character)) next.push(step.next);
    }
    if (next.length === 0) return false;
    active = reach(next, steps);
  }
  return active.has(steps.length);
}

/** The positions that are reached from others without consuming a character. */
function reach(positions: readonly number[], steps: readonly GlobStep[]): ReadonlySet<number> {
  const reached = new Set<number>(positions);
  for (const position of reached) {
    const step = steps[position];
    if (step?.kind === "go") for (const target of step.to) reached.add(target);
  }
  return reached;
}
