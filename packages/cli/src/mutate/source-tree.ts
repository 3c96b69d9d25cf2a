import { isCollection, isMap, isPair, isScalar, type Node, parseAllDocuments } from "yaml";

/** A value as it is written. */
export interface SourceValue {
  /** `other`: an alias, or something that has no place of its own. */
  readonly kind: "map" | "list" | "scalar" | "other";
  readonly style: "block" | "flow";
  /** Offsets in UTF-16 code units, anchors and tags not counted; the end exclusive. Equal where nothing is written. */
  readonly start: number;
  readonly end: number;
  /** The fields of a map or the items of a list. */
  readonly entries: readonly SourceEntry[];
}

/** A field or an item. */
export interface SourceEntry {
  /** The field's name; `undefined` for an item. */
  readonly name: string | undefined;
  /** Where the key, or the item's value, begins. */
  readonly start: number;
  /** Where the key ends; for an item: where it begins. */
  readonly keyEnd: number;
  readonly value: SourceValue;
}

/**
 * Finds the collections that begin at offsets of a text, with all they hold. Names of fields are taken as they are written, and
 * merge keys and aliases are not followed: what is edited must be written where it counts.
 */
export const readSourceTrees = (text: string, offsets: ReadonlySet<number>): ReadonlyMap<number, SourceValue> => {
  const found = new Map<number, SourceValue>();
  const options = { schema: "failsafe", strict: false, uniqueKeys: false, logLevel: "silent" } as const;
  for (const { contents } of parseAllDocuments(text, options)) collect(contents, offsets, found);
  return found;
};

const collect = (node: unknown, offsets: ReadonlySet<number>, found: Map<number, SourceValue>): void => {
  if (!isCollection(node)) return;
  const start = node.range?.[0] ?? -1;
  if (offsets.has(start)) {
    found.set(start, readValue(node));
    return;
  }
  for (const item of node.items) collect(isPair(item) ? item.value : item, offsets, found);
};

const NOWHERE: SourceValue = { kind: "other", style: "flow", start: -1, end: -1, entries: [] };

const readValue = (node: unknown): SourceValue => {
  if (!isCollection(node)) return readLeaf(node);
  const [start, end] = node.range ?? [-1, -1];
  const entries = node.items.map(readEntry);
  return { kind: isMap(node) ? "map" : "list", style: node.flow === true ? "flow" : "block", start, end, entries };
};

const readLeaf = (node: unknown): SourceValue => {
  // A tree that was parsed holds nodes, or nothing.
  const [start, end] = (node as Node | null)?.range ?? [-1, -1];
  return { ...NOWHERE, kind: isScalar(node) ? "scalar" : "other", start, end };
};

const readEntry = (item: unknown): SourceEntry => {
  if (!isPair(item)) {
    const value = readValue(item);
    return { name: undefined, start: value.start, keyEnd: value.start, value };
  }
  const key = readLeaf(item.key);
  const name = isScalar(item.key) ? String(item.key.value) : undefined;
  return { name, start: key.start, keyEnd: key.end, value: readValue(item.value) };
};
