import type { FieldPath } from "./manifest-document.js";

type JsonObject = { readonly [key: string]: unknown };

/** An object of a list. */
export interface ListItem {
  /** Its position in the outermost list, from 0: objects of a list in a list have that list's. */
  readonly index: number;
  readonly value: unknown;
  /** Its path in the document. */
  readonly path: FieldPath;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const own = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

/**
 * Whether a value is a list of objects, as kubectl takes it apart: `v1` `List`, or any other kind that ends in `List`
 * and has `items` that are all objects.
 */
export const isList = (value: unknown): value is JsonObject => {
  if (!isObject(value)) return false;
  const kind = own(value, "kind");
  const items = own(value, "items");
  if (kind === "List" && own(value, "apiVersion") === "v1")
    return items === undefined || items === null || Array.isArray(items);
  return typeof kind === "string" && kind.endsWith("List") && Array.isArray(items) && items.every(isObject);
};

/** The items of a list; those of a list among them in its place. */
export function* listItems(list: JsonObject): Generator<ListItem> {
  for (const { position, item } of itemsOf(list)) yield* flattened(item, position, ["items", position]);
}

function* flattened(item: unknown, index: number, path: FieldPath): Generator<ListItem> {
  if (!isList(item)) {
    yield { index, path, value: item };
    return;
  }
  for (const { position, item: inner } of itemsOf(item)) yield* flattened(inner, index, [...path, "items", position]);
}

function* itemsOf(list: JsonObject): Generator<{ readonly position: number; readonly item: unknown }> {
  const items = own(list, "items");
  if (!Array.isArray(items)) return;
  for (const [position, item] of items.entries()) yield { position, item: withTypeOfList(item, list) };
}

/** `PodList` and the like leave out what their items are. */
const withTypeOfList = (item: unknown, list: JsonObject): unknown => {
  const kind = own(list, "kind");
  if (kind === "List" || typeof kind !== "string" || !isObject(item) || Object.hasOwn(item, "kind")) return item;
  const apiVersion = own(list, "apiVersion");
  return { ...(apiVersion === undefined ? {} : { apiVersion }), kind: kind.slice(0, -"List".length), ...item };
};
