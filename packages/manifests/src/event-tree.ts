import { type AliasEvent, type DocumentDirective, EVENT_ID, type Event, type ScalarEvent } from "js-yaml";
import { mapKeyText } from "./map-key.js";
import { Remarks } from "./remarks.js";
import { isMergeKey, readScalar, type ScalarContext } from "./scalar.js";

/** A value of a map, with its key. Both are numbers of events. */
export interface Entry {
  readonly key: number;
  readonly value: number;
}

const NONE = -1;

/**
 * The events of one document as a tree: what belongs to an event, and where an alias leads. Each collection is looked
 * through once, when it is first asked for.
 */
export class EventTree {
  readonly text: string;
  readonly events: readonly Event[];
  /** The event of the document's value; -1 where there is none. */
  readonly root: number;
  /** For each event that opens a collection, the event that closes it, and the reverse. */
  readonly #counterparts: Int32Array;
  readonly #anchors = new Map<string, number[]>();
  readonly #entries = new Map<number, ReadonlyMap<string, Entry>>();
  readonly #items = new Map<number, readonly number[]>();
  readonly #context: ScalarContext;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
    this.#counterparts = new Int32Array(events.length).fill(NONE);
    const first = events[0];
    const directives: readonly DocumentDirective[] = first?.type === EVENT_ID.DOCUMENT ? first.directives : [];
    this.root = events.length > 2 ? 1 : NONE;
    this.#context = { text, directives, dialect: "json", remarks: new Remarks() };
    this.#pairUp();
  }

  /** The event that closes the collection that an event opens, or the reverse. */
  counterpart(index: number): number {
    return this.#counterparts[index] ?? NONE;
  }

  /** The node that an alias stands for; any other node is its own. */
  dereference(index: number): number {
    const event = this.events[index];
    if (event?.type !== EVENT_ID.ALIAS) return index;
    const definitions = this.#anchors.get(this.#anchorName(event)) ?? [];
    return definitions.findLast((definition) => definition < index) ?? NONE;
  }

  /** The value of a key in a map, merged keys included; `undefined` where the node is no map or has no such key. */
  entry(index: number, key: string): Entry | undefined {
    return this.events[index]?.type === EVENT_ID.MAPPING ? this.#entriesOf(index).get(key) : undefined;
  }

  /** The item of a list; `undefined` where the node is no list or is shorter. */
  item(index: number, position: number): number | undefined {
    return this.events[index]?.type === EVENT_ID.SEQUENCE ? this.#itemsOf(index)[position] : undefined;
  }

  #pairUp(): void {
    const open: number[] = [];
    for (const [index, event] of this.events.entries()) {
      if (event.type === EVENT_ID.POP) this.#pair(open.pop(), index);
      else if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) open.push(index);
      if ("anchorStart" in event && event.type !== EVENT_ID.ALIAS && event.anchorStart >= 0) {
        this.#define(this.#anchorName(event), index);
      }
    }
  }

  #pair(opening: number | undefined, closing: number): void {
    if (opening === undefined) return;
    this.#counterparts[opening] = closing;
    this.#counterparts[closing] = opening;
  }

  #define(anchor: string, index: number): void {
    const definitions = this.#anchors.get(anchor);
    if (definitions === undefined) this.#anchors.set(anchor, [index]);
    else definitions.push(index);
  }

  #anchorName(event: Pick<AliasEvent, "anchorStart" | "anchorEnd">): string {
    return this.text.slice(event.anchorStart, event.anchorEnd);
  }

  #children(index: number): number[] {
    const children: number[] = [];
    const end = this.counterpart(index);
    for (let child = index + 1; child < end; ) {
      children.push(child);
      const closing = this.events[child]?.type === EVENT_ID.SCALAR ? NONE : this.counterpart(child);
      child = Math.max(child, closing) + 1;
    }
    return children;
  }

  #itemsOf(index: number): readonly number[] {
    const known = this.#items.get(index);
    if (known !== undefined) return known;
    const items = this.#children(index);
    this.#items.set(index, items);
    return items;
  }

  #entriesOf(index: number): ReadonlyMap<string, Entry> {
    const known = this.#entries.get(index);
    if (known !== undefined) return known;
    const entries = new Map<string, Entry>();
    this.#entries.set(index, entries);
    const children = this.#children(index);
    for (let position = 0; position + 1 < children.length; position += 2) {
      this.#addEntry(entries, children[position] ?? NONE, children[position + 1] ?? NONE);
    }
    return entries;
  }

  #addEntry(entries: Map<string, Entry>, key: number, value: number): void {
    const event = this.events[key];
    if (event?.type === EVENT_ID.SCALAR && isMergeKey(event, this.#context)) {
      this.#merge(entries, value);
      return;
    }
    const scalar = this.events[this.dereference(key)];
    if (scalar?.type !== EVENT_ID.SCALAR) return;
    const name = this.#keyText(scalar);
    if (name !== undefined) entries.set(name, { key, value });
  }

  #keyText(event: ScalarEvent): string | undefined {
    const { value, text } = readScalar(event, this.#context);
    return mapKeyText(value, text);
  }

  #merge(entries: Map<string, Entry>, value: number): void {
    const isList = this.events[value]?.type === EVENT_ID.SEQUENCE;
    const sources = isList ? this.#children(value).toReversed() : [value];
    for (const source of sources) {
      const target = this.dereference(source);
      if (this.events[target]?.type !== EVENT_ID.MAPPING) continue;
      for (const [name, entry] of this.#entriesOf(target)) entries.set(name, entry);
    }
  }
}
