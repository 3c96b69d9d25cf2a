import { ObjectView, Reading } from "@ostiary/rules";
import { printGroupVersionKind, readGroupVersionKind } from "../expansion/group-version-kind.js";
import { isFields, type WorkingValue } from "../mutation/working-value.js";

/** The name of an object; empty when it has none. */
export const readObjectName = (object: unknown): string => metadataOf(object).string("name") ?? "";

/** An object as gator's messages name it: `apps/v1, Kind=Deployment shop/web`. */
export const printObjectTitle = (object: unknown): string =>
  `${printObjectKind(object)} ${metadataOf(object).string("namespace") ?? ""}/${readObjectName(object)}`;

/** The kind of an object as gator's messages name it: `/v1, Kind=Pod`. */
export const printObjectKind = (object: unknown): string => {
  // Whatever is handed in is taken for JSON.
  const fields = object as WorkingValue;
  return printGroupVersionKind(readGroupVersionKind(isFields(fields) ? fields : {}));
};

const metadataOf = (object: unknown): ObjectView => ObjectView.root(new Reading(), object, []).object("metadata");
