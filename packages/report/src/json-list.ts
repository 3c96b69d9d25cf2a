import { writeJson } from "./json-text.js";

/** Writes the items of a JSON list one after the other, each on a line of its own. */
export type JsonList = (item: unknown) => string;

/** Begins a list; the brackets around it are the caller's. */
export const beginJsonList = (): JsonList => {
  let separator = "\n";
  return (item) => {
    const text = `${separator}${writeJson(item)}`;
    separator = ",\n";
    return text;
  };
};
