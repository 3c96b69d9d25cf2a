import type { Term } from "./ast.js";
import type { Checkpoint } from "./parser-state.js";

/** A term that was parsed, or none, and where that led. */
export interface ParsedTerm {
  readonly term: Term | undefined;
  readonly after: Checkpoint;
}

/** Remembers parsed terms by the place where they begin, until a term that begins there or before has been parsed, as OPA does. */
export class TermMemory {
  private readonly known = new Map<number, ParsedTerm>();
  /** The places in order. */
  private readonly places: number[] = [];

  get(place: number): ParsedTerm | undefined {
    return this.known.get(place);
  }

  /** Remembers a term and forgets its parts. */
  keep(place: number, parsed: ParsedTerm): void {
    for (let last = this.places.at(-1); last !== undefined && last >= place; last = this.places.at(-1)) {
      this.known.delete(last);
      this.places.pop();
    }
    this.places.push(place);
    this.known.set(place, parsed);
  }
}
