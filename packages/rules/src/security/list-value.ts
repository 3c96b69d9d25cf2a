import type { Json } from "../rule.js";

/** Whether a value is a list that holds a text. */
export const listIncludes = (value: Json | undefined, item: string): boolean =>
  Array.isArray(value) && value.includes(item);

/** Whether a list is absent or empty. */
export const isAbsentOrEmpty = (value: Json | undefined): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);
