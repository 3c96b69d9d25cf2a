import { type ObjectView, typeName } from "../subject/object-view.js";

/** A number as integers of the API come. */
export type Integer = number | bigint;

const isInteger = (value: unknown): value is Integer => typeof value === "bigint" || Number.isInteger(value);

/** The integers of the list at `key`; `undefined` where there is none. What is no integer is a fault, and reads as absent. */
export const readIntegers = (view: ObjectView, key: string): readonly Integer[] | undefined => {
  const list: unknown = view.raw(key) ?? undefined;
  view.reading.reads?.push({ path: view.path(key), found: list === undefined ? undefined : [] });
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) {
    view.reading.fault(view.path(key), "list of integers", typeName(list));
    return undefined;
  }
  const integers: Integer[] = [];
  list.forEach((value: unknown, index) => {
    if (isInteger(value)) integers.push(value);
    else view.reading.fault(view.path(key, index), "integer", typeName(value));
  });
  return integers.length === list.length ? integers : undefined;
};
