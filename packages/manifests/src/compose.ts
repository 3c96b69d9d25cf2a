import {
  type AliasEvent,
  COLLECTION_STYLE,
  type CollectionStyle,
  type DocumentDirective,
  EVENT_ID,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { AliasBudget } from "./alias-budget.js";
import { mapKeyText } from "./map-key.js";
import type { Remarks } from "./remarks.js";
import {
  checkCollectionTag,
  checkKey,
  checkKeyPlace,
  type Dialect,
  isMergeKey,
  readScalar,
  type Scalar,
  type ScalarContext,
  scalarStart,
} from "./scalar.js";

type JsonObject = Record<string, unknown>;

/** What the next node is: an item of a list; a map's key, its value, a source to merge, the value of a refused key. */
type Slot = "item" | "key" | "value" | "merge" | "discard";

interface Anchor {
  readonly value: unknown;
  readonly scalar: Scalar | undefined;
  /** Nodes of the value, aliases followed. */
  nodes: number;
  /** Whether the end of the value has not come yet. */
  open: boolean;
}

interface Frame {
  readonly items: unknown[];
  readonly entries: JsonObject;
  readonly start: number;
  readonly style: CollectionStyle;
  readonly nodesBefore: number;
  readonly anchor: Anchor;
  slot: Slot;
  key: string;
  /** Keys that came by `<<`: to set them again is no duplicate. */
  merged: Set<string> | undefined;
}

/** Fewer characters than YAML allows: what libyaml takes. */
const ANCHOR_NAME = /^[\w-]+$/;
const NOTHING: Anchor = { value: null, scalar: undefined, nodes: 0, open: false };

const isMapping = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Builds the JSON value of the first document among the events of a YAML text, as go-yaml v2 and sigs.k8s.io/yaml do:
 * of duplicate keys the last one wins, merge keys override what stands before them, keys become strings. Iterates, so
 * that depth costs no stack.
 *
 * @param text - the text that the events refer to
 * @param events - the events
 * @param remarks - where problems are noted; if it has failed, the value means nothing
 * @param dialect - default: `yaml`
 */
export const compose = (text: string, events: readonly Event[], remarks: Remarks, dialect: Dialect = "yaml"): unknown =>
  new Composer(text, remarks, dialect).compose(events);

class Composer {
  readonly #remarks: Remarks;
  readonly #budget = new AliasBudget();
  readonly #anchors = new Map<string, Anchor>();
  readonly #frames: Frame[] = [];
  #context: ScalarContext;
  #root: unknown = null;

  constructor(text: string, remarks: Remarks, dialect: Dialect) {
    this.#remarks = remarks;
    this.#context = { text, remarks, dialect, directives: [] };
  }

  compose(events: readonly Event[]): unknown {
    for (const event of events) {
      if (event.type === EVENT_ID.SCALAR) this.#scalar(event);
      else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) this.#open(event);
      else if (event.type === EVENT_ID.ALIAS) this.#alias(event);
      else if (event.type === EVENT_ID.DOCUMENT) this.#begin(event.directives);
      else if (this.#frames.length > 0) this.#close();
      else break;
    }
    return this.#root;
  }

  #begin(directives: readonly DocumentDirective[]): void {
    this.#context = { ...this.#context, directives };
    const isOtherVersion = directives.some((directive) => directive.kind === "yaml" && directive.version !== "1.1");
    if (isOtherVersion) this.#remarks.fail("syntax", "kubernetes reads YAML 1.1 only", 0);
  }

  #scalar(event: ScalarEvent): void {
    const frame = this.#frames.at(-1);
    if (frame?.slot === "key" && isMergeKey(event, this.#context)) {
      frame.slot = "merge";
      return;
    }
    this.#budget.count();
    const scalar = readScalar(event, this.#context);
    const start = scalarStart(event);
    if (event.anchorStart >= 0) this.#setAnchor(event, { value: scalar.value, scalar, nodes: 1, open: false });
    if (frame?.slot === "key") {
      checkKey(event, this.#context);
      if (frame.style === COLLECTION_STYLE.BLOCK) checkKeyPlace(event, frame.start, this.#context);
      this.#key(frame, scalar, start);
    } else this.#add(this.#finite(scalar, start), start);
  }

  #finite({ text, value }: Scalar, start: number): unknown {
    if (typeof value !== "number" || Number.isFinite(value)) return value;
    this.#remarks.fail("non-finite-number", `\`${text}\` is a number that JSON does not have`, start);
    return null;
  }

  #open(event: MappingEvent | SequenceEvent): void {
    checkCollectionTag(event.tagStart, event.tagEnd, this.#context);
    const isSequence = event.type === EVENT_ID.SEQUENCE;
    const items: unknown[] = [];
    const entries: JsonObject = {};
    const anchor = { value: isSequence ? items : entries, scalar: undefined, nodes: 0, open: true };
    if (event.anchorStart >= 0) this.#setAnchor(event, anchor);
    const slot = isSequence ? "item" : "key";
    const { start, style } = event;
    const nodesBefore = this.#budget.nodes;
    this.#frames.push({ items, entries, start, style, nodesBefore, anchor, slot, key: "", merged: undefined });
    this.#budget.count();
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    frame.anchor.open = false;
    frame.anchor.nodes = this.#budget.nodes - frame.nodesBefore;
    this.#add(frame.anchor.value, frame.start);
  }

  #setAnchor(event: MappingEvent | SequenceEvent | ScalarEvent, anchor: Anchor): void {
    this.#anchors.set(this.#anchorName(event), anchor);
  }

  #anchorName({ anchorStart, anchorEnd }: Pick<AliasEvent, "anchorStart" | "anchorEnd">): string {
    const name = this.#context.text.slice(anchorStart, anchorEnd);
    if (!ANCHOR_NAME.test(name)) {
      this.#remarks.fail(
        "syntax",
        `anchor \`${name}\` has more in it than letters, digits, \`_\` and \`-\``,
        anchorStart,
      );
    }
    return name;
  }

  #alias(event: AliasEvent): void {
    const name = this.#anchorName(event);
    const start = event.anchorStart - 1;
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) this.#remarks.fail("undefined-alias", `unknown anchor \`${name}\``, start);
    else if (anchor.open) this.#remarks.fail("alias-bomb", `anchor \`${name}\` contains itself`, start);
    else if (!this.#budget.follow(anchor.nodes)) {
      this.#remarks.fail("alias-bomb", "the aliases of the document expand to too much", start);
    }
    this.#addAliased(anchor === undefined || anchor.open ? NOTHING : anchor, start);
  }

  #addAliased(anchor: Anchor, start: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.slot === "merge" && !isMapping(anchor.value)) this.#refuseMerge(frame, start);
    else if (frame?.slot === "key" && anchor.scalar !== undefined) this.#key(frame, anchor.scalar, start);
    else this.#add(anchor.value, start);
  }

  #add(value: unknown, start: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.#root = value;
    else if (frame.slot === "item") frame.items.push(value);
    else if (frame.slot === "value") this.#setValue(frame, value);
    else if (frame.slot === "merge") this.#merge(frame, value, start);
    else if (frame.slot === "key") this.#refuseKey(frame, start);
    else frame.slot = "key";
  }

  #setValue(frame: Frame, value: unknown): void {
    setOwn(frame.entries, frame.key, value);
    frame.slot = "key";
  }

  #key(frame: Frame, { value, text }: Scalar, start: number): void {
    const key = mapKeyText(value, text);
    frame.slot = key === undefined ? "discard" : "value";
    if (key === undefined) {
      this.#remarks.fail("null-key", "a key is null or a number that is too large", Math.max(start, frame.start));
      return;
    }
    if (Object.hasOwn(frame.entries, key) && frame.merged?.delete(key) !== true) {
      this.#remarks.note("warning", "duplicate-key", `key \`${key}\` occurs again; the last one counts`, start);
    }
    frame.key = key;
  }

  #refuseKey(frame: Frame, start: number): void {
    frame.slot = "discard";
    this.#remarks.fail("complex-key", "a map or a list cannot be a key", start);
  }

  /** Merged keys override those that stand before them: a property of go-yaml v2, not of YAML. */
  #merge(frame: Frame, value: unknown, start: number): void {
    const sources = Array.isArray(value) ? value.toReversed() : [value];
    if (!sources.every(isMapping)) {
      this.#refuseMerge(frame, start);
      return;
    }
    frame.slot = "key";
    frame.merged ??= new Set();
    for (const source of sources) {
      for (const key of Object.keys(source)) {
        setOwn(frame.entries, key, source[key]);
        frame.merged.add(key);
      }
    }
  }

  #refuseMerge(frame: Frame, start: number): void {
    frame.slot = "key";
    this.#remarks.fail("merge", "`<<` takes a map, or a list of maps", start);
  }
}

/** An assignment to `__proto__` would set the prototype. */
const setOwn = (target: JsonObject, key: string, value: unknown): void => {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else target[key] = value;
};
