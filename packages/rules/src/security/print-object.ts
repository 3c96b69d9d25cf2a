import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";

/** A whole object as written. */
export const wholeObject = (view: ObjectView): Json =>
  Object.fromEntries(view.names().map((name) => [name, view.raw(name) ?? null]));

/** Prints a part of the object under review. */
export const printObject = (view: ObjectView): string => printValue(wholeObject(view), "float");
