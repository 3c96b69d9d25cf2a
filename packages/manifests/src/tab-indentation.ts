import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { originalOffset } from "./inserted-blanks.js";
import { flowEnd } from "./locate.js";
import type { ParsedText } from "./parse-yaml.js";
import { scalarEnd, scalarStart } from "./scalar.js";

/** Blanks and indicators at the beginning of a line, up to the first tab among them. */
const LEADING_TAB = /^[ ?-]*\t/gm;
/** An indicator that is none, because no blank follows it. */
const NO_INDICATOR = /[-?][-?]/;

/** A collection that is open where a tab is. */
interface OpenCollection {
  readonly start: number;
  readonly isFlow: boolean;
}

/**
 * Finds the first tab that indents. libyaml refuses tabs wherever indentation could begin a node, on blank lines and
 * before comments as well; YAML 1.2 does only where it matters. Tabs within quoted scalars and flow collections, and
 * those behind enough blanks in other scalars, are in order.
 *
 * @returns its offset, or -1
 */
export const findTabIndentation = ({ text, events, insertions }: ParsedText): number => {
  if (!text.includes("\t")) return -1;
  const tabs = [...text.matchAll(LEADING_TAB)]
    .filter(([leading]) => !NO_INDICATOR.test(leading))
    .map((match) => match.index + match[0].length - 1);
  return tabs.length === 0 ? -1 : new TabSearch(text, tabs, insertions).search(events);
};

class TabSearch {
  readonly #text: string;
  readonly #tabs: readonly number[];
  /** Where the parser was given more blanks than the text has. */
  readonly #insertions: readonly number[];
  readonly #open: OpenCollection[] = [];
  #next = 0;
  #scalar: ScalarEvent | undefined;
  #end = 0;
  /** Column of the innermost block collection around the last scalar; -1 where there is none. */
  #indent = -1;

  constructor(text: string, tabs: readonly number[], insertions: readonly number[]) {
    this.#text = text;
    this.#insertions = insertions;
    this.#tabs = tabs;
  }

  search(events: readonly Event[]): number {
    for (const event of events) {
      const refused = this.#refusedBefore(this.#startOf(event));
      if (refused >= 0) return refused;
      this.#enter(event);
    }
    return this.#refusedBefore(this.#text.length);
  }

  #startOf(event: Event): number {
    if (event.type === EVENT_ID.SCALAR) return scalarStart(event);
    if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
    const open = this.#open.at(-1);
    return event.type === EVENT_ID.POP && open?.isFlow ? flowEnd(this.#text, open.start, this.#end) : -1;
  }

  #enter(event: Event): void {
    if (event.type === EVENT_ID.SCALAR && event.valueStart >= 0) {
      this.#scalar = event;
      this.#end = scalarEnd(event);
      const block = this.#open.findLast(({ isFlow }) => !isFlow);
      this.#indent = block === undefined ? -1 : this.#column(block.start);
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      this.#open.push({ start: event.start, isFlow: event.style === COLLECTION_STYLE.FLOW });
      this.#scalar = undefined;
      this.#end = event.start + 1;
    } else if (event.type === EVENT_ID.POP) this.#leave();
  }

  #leave(): void {
    const left = this.#open.pop();
    if (left?.isFlow) this.#end = flowEnd(this.#text, left.start, this.#end);
    if (left?.isFlow) this.#scalar = undefined;
  }

  #refusedBefore(offset: number): number {
    for (let tab = this.#tabs[this.#next]; tab !== undefined && tab < offset; tab = this.#tabs[++this.#next]) {
      if (this.#isRefused(tab)) return tab;
    }
    return -1;
  }

  #isRefused(tab: number): boolean {
    const style = this.#scalar?.style;
    if (style === SCALAR_STYLE.PLAIN && this.#text.slice(this.#end, tab).trim() === "") {
      this.#end = tab;
      return this.#column(tab) <= this.#indent;
    }
    if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) {
      return this.#column(tab) < Math.max(this.#scalar?.indent ?? 0, 1);
    }
    return tab >= this.#end && this.#open.at(-1)?.isFlow !== true;
  }

  #column(offset: number): number {
    const lineStart = this.#text.lastIndexOf("\n", offset - 1) + 1;
    return originalOffset(this.#insertions, offset) - originalOffset(this.#insertions, lineStart);
  }
}
