import type { Json } from "@ostiary/core";
import { type PatchOperation, parsePointer } from "@ostiary/gatekeeper";
import { addToBlock, columnOf, removeFromBlock, replaceInBlock } from "./block-splices.js";
import { addToFlow, removeFromFlow } from "./flow-splices.js";
import { indentLines, type PrintStyle, printBlock, printFlow, printFlowField } from "./print-value.js";
import type { SourceEntry, SourceValue } from "./source-tree.js";
import type { Splice } from "./splice.js";

/** What a patch does to one collection. Positions and names are those of the collection before. */
interface Change {
  readonly collection: SourceValue;
  readonly depth: number;
  /** The entry that holds the collection; `undefined` for the whole document. */
  readonly owner: SourceEntry | undefined;
  /** What holds the owner. */
  readonly parent: SourceValue | undefined;
  readonly removed: number[];
  readonly replaced: (readonly [entry: SourceEntry, value: Json])[];
  readonly added: { readonly name: string | undefined; readonly value: Json }[];
  /** Before which entry what is added comes. */
  position: number;
}

/** A text, and how it is written. */
interface Source {
  readonly text: string;
  readonly style: PrintStyle;
}

type Splices = readonly Splice[] | undefined;

/**
 * Translates a patch into changes of the text, so that all else stays as it is written.
 *
 * @param root - the document that the patch is about
 * @param patch - as `createPatch` makes it, whose operations on a list do not get into each other's way
 * @returns `undefined` where the text is written in a way that does not allow for it
 */
export const patchSplices = (
  text: string,
  root: SourceValue,
  patch: readonly PatchOperation[],
  style: PrintStyle,
): Splices => {
  const changes = new Map<string, Change>();
  for (const operation of patch) {
    if (!noteOperation(root, operation, changes)) return undefined;
  }
  const splices: Splice[] = [];
  // Where several blocks end in one place, the innermost one goes on first.
  for (const change of [...changes.values()].sort((one, other) => other.depth - one.depth)) {
    const own = spliceChange(change, { text, style });
    if (own === undefined) return undefined;
    splices.push(...own);
  }
  return splices;
};

const noteOperation = (root: SourceValue, operation: PatchOperation, changes: Map<string, Change>): boolean => {
  const steps = parsePointer(operation.path) ?? [];
  const last = steps.at(-1);
  if (last === undefined) return false;
  const pointer = operation.path.slice(0, operation.path.lastIndexOf("/"));
  const change = changes.get(pointer) ?? findCollection(root, steps.slice(0, -1));
  if (change === undefined) return false;
  changes.set(pointer, change);
  return noteIn(change, operation, last);
};

const noteIn = (change: Change, operation: PatchOperation, step: string): boolean => {
  const { collection, added, removed, replaced } = change;
  const isMap = collection.kind === "map";
  if (operation.op === "add") {
    change.position = isMap ? collection.entries.length : Number(step) - added.length;
    added.push({ name: isMap ? step : undefined, value: operation.value });
    return true;
  }
  const index = indexOf(collection, step);
  const entry = collection.entries[index];
  if (entry === undefined) return false;
  if (operation.op === "remove") removed.push(index);
  else replaced.push([entry, operation.value]);
  return true;
};

const indexOf = ({ kind, entries }: SourceValue, step: string): number =>
  kind === "map" ? entries.findLastIndex(({ name }) => name === step) : Number(step);

const findCollection = (root: SourceValue, steps: readonly string[]): Change | undefined => {
  let parent: SourceValue | undefined;
  let owner: SourceEntry | undefined;
  let collection = root;
  for (const step of steps) {
    parent = collection;
    owner = parent.entries[indexOf(parent, step)];
    if (owner === undefined) return undefined;
    collection = owner.value;
  }
  if (collection.kind !== "map" && collection.kind !== "list") return undefined;
  return { collection, depth: steps.length, owner, parent, removed: [], replaced: [], added: [], position: 0 };
};

const spliceChange = (change: Change, source: Source): Splices => {
  const { collection, removed, replaced, added } = change;
  if (removed.length === collection.entries.length) return replaceCollection(change, source);
  const splices: Splice[] = [];
  for (const [entry, value] of replaced) {
    const own = replaceValue(collection, entry, value, source);
    if (own === undefined) return undefined;
    splices.push(...own);
  }
  const ascending = removed.toSorted((one, other) => one - other);
  const taken =
    collection.style === "flow"
      ? removeFromFlow(collection.entries, ascending)
      : removeFromBlock(source.text, collection, ascending);
  const given = added.length === 0 ? [] : addEntries(change, source);
  return taken === undefined || given === undefined ? undefined : [...splices, ...taken, ...given];
};

/** Writes a collection anew of which nothing stays, or which was empty. */
const replaceCollection = ({ collection, owner, parent, added }: Change, source: Source): Splices => {
  if (owner === undefined || parent === undefined) return undefined;
  const value: Json =
    collection.kind === "list"
      ? added.map((entry) => entry.value)
      : Object.fromEntries(added.map((entry) => [entry.name ?? "", entry.value]));
  return replaceValue(parent, owner, value, source);
};

const replaceValue = (holder: SourceValue, entry: SourceEntry, value: Json, { text, style }: Source): Splices => {
  if (holder.style === "flow") {
    const { start, end } = entry.value;
    return start < 0 || start === end ? undefined : [{ start, end, text: printFlow(value, style) }];
  }
  const column = columnOf(text, holder);
  if (column === undefined) return undefined;
  if (entry.name === undefined) return replaceInBlock(text, entry, writeItem(value, entry, column, { text, style }));
  // What stands behind a key does not depend on the key.
  const written = printBlock({ k: value }, style).slice("k:".length);
  return replaceInBlock(text, entry, indentRest(written, column));
};

const DASH = "- ";

/** An item as it is written behind its dash, however far from it the other items are. */
const writeItem = (value: Json, { start }: SourceEntry, column: number, { text, style }: Source): string => {
  const [first = "", ...rest] = printBlock([value], style).slice(DASH.length).split("\n");
  const distance = start - text.lastIndexOf("-", start - 1) - DASH.length;
  return ` ${[first, ...rest.map((line) => indentLines(line, column + distance))].join("\n")}`;
};

const indentRest = (text: string, column: number): string => {
  const [first = "", ...rest] = text.split("\n");
  return [first, ...rest.map((line) => indentLines(line, column))].join("\n");
};

const addEntries = ({ collection, added, position }: Change, { text, style }: Source): Splices => {
  if (collection.style === "flow") {
    const written = added.map(({ name, value }) =>
      name === undefined ? printFlow(value, style) : printFlowField(name, value, style),
    );
    return addToFlow(text, collection.entries, position, written);
  }
  const column = columnOf(text, collection);
  if (column === undefined) return undefined;
  const lines = added.map(({ name, value }) => printBlock(name === undefined ? [value] : { [name]: value }, style));
  return addToBlock(text, collection, position, indentLines(lines.join("\n"), column));
};
