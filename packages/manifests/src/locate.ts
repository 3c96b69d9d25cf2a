import {
  COLLECTION_STYLE,
  EVENT_ID,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { EventTree } from "./event-tree.js";
import type { FieldPath } from "./manifest-document.js";
import { scalarEnd, scalarStart } from "./scalar.js";

/** A stretch of a document's text, in UTF-16 code units, the end exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Where a path leads. */
export interface Location extends Extent {
  /** False when the path leads nowhere and this is its nearest existing ancestor. */
  readonly exact: boolean;
}

/** A node on the way, with the key that leads to it (none for items of lists). */
interface Step {
  readonly node: number;
  readonly key: number | undefined;
}

const BLOCK_SCALAR_HEADER = /[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?$/;
const BETWEEN_ENTRIES = /[\s,:?]/;

/**
 * Finds the value at a path. A value that is not written (`emptyDir:`) is found where its key is; one that comes
 * through an alias or `<<`, where it is written.
 */
export const locate = (tree: EventTree, path: FieldPath): Location => {
  const { step, exact } = walk(tree, path);
  return { ...extentOfStep(tree, step), exact };
};

/** Finds the key of the value at a path; the value itself where no key leads to it, as in a list. */
export const locateKey = (tree: EventTree, path: FieldPath): Location => {
  const { step, exact } = walk(tree, path);
  const key = step.key === undefined || !exact ? undefined : extentOf(tree, step.key);
  return { ...(key ?? extentOfStep(tree, step)), exact };
};

/** How far a path leads. */
const walk = (tree: EventTree, path: FieldPath): { readonly step: Step; readonly exact: boolean } => {
  let step: Step = { node: tree.root, key: undefined };
  for (const name of path) {
    const next = follow(tree, step, name);
    if (next === undefined) return { step, exact: false };
    step = next;
  }
  return { step, exact: true };
};

const follow = (tree: EventTree, { node }: Step, name: string | number): Step | undefined => {
  const target = tree.dereference(node);
  if (typeof name === "string") {
    const entry = tree.entry(target, name);
    return entry && { node: entry.value, key: entry.key };
  }
  const item = tree.item(target, name);
  return item === undefined ? undefined : { node: item, key: undefined };
};

const extentOfStep = (tree: EventTree, { node, key }: Step): Extent =>
  extentOf(tree, node) ?? (key === undefined ? undefined : extentOf(tree, key)) ?? previousExtent(tree, node);

/** For an empty item of a list: the end of what is written before it. */
const previousExtent = (tree: EventTree, node: number): Extent => {
  for (let index = node - 1; index > 0; index--) {
    const end = endOf(tree, index);
    if (end !== undefined) return { start: end, end };
  }
  return { start: 0, end: 0 };
};

const extentOf = (tree: EventTree, node: number): Extent | undefined => {
  const event = tree.events[node];
  if (event?.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  if (event?.type === EVENT_ID.SCALAR) return extentOfScalar(tree.text, event);
  if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return undefined;
  return { start: event.start, end: endOfCollection(tree, node, event) };
};

const extentOfScalar = (text: string, event: ScalarEvent): Extent | undefined => {
  const start = scalarStart(event);
  if (start < 0) return undefined;
  const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (!isBlock) return { start, end: scalarEnd(event) };
  const header = headerStart(text, start);
  return { start: header, end: header + text.slice(header, scalarEnd(event)).trimEnd().length };
};

/** Events tell where the lines of a block scalar begin, not where its `|` or `>` is. */
const headerStart = (text: string, contentStart: number): number => {
  const lineStart = text.lastIndexOf("\n", contentStart - 2) + 1;
  const match = BLOCK_SCALAR_HEADER.exec(text.slice(lineStart, contentStart).trimEnd());
  return match === null ? contentStart : lineStart + match.index;
};

const endOf = (tree: EventTree, index: number): number | undefined => {
  const event = tree.events[index];
  if (event?.type !== EVENT_ID.POP) return extentOf(tree, index)?.end;
  return extentOf(tree, tree.counterpart(index))?.end;
};

const endOfCollection = (tree: EventTree, node: number, event: MappingEvent | SequenceEvent): number => {
  const end = endOfContent(tree, node) ?? event.start + 1;
  if (event.style !== COLLECTION_STYLE.FLOW) return end;
  return flowEnd(tree.text, event.start, end);
};

/**
 * The end of a flow collection, its bracket included.
 *
 * @param start - where the collection begins
 * @param contentEnd - where the last thing in it ends
 */
export const flowEnd = (text: string, start: number, contentEnd: number): number => {
  const closing = text[start] === "[" ? "]" : "}";
  for (let at = contentEnd; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === closing) return at + 1;
    if (character === "#") at = lineEnd(text, at);
    else if (!BETWEEN_ENTRIES.test(character)) return contentEnd;
  }
  return contentEnd;
};

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

/** The end of the last thing that is written in a collection. */
const endOfContent = (tree: EventTree, node: number): number | undefined => {
  for (let index = tree.counterpart(node) - 1; index > node; index--) {
    const end = endOf(tree, index);
    if (end !== undefined) return end;
  }
  return undefined;
};
