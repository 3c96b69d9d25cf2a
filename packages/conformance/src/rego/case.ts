import { readFileSync } from "node:fs";
import { parseJson, RegoObject, RegoSet, type Value } from "@ostiary/rego";

/** A case as its file has it; the fields are those of the collection's README. */
export interface Fields {
  readonly [name: string]: Value;
}

/**
 * Reads a file of one JSON object per line with all digits of its numbers. Lines end with LF only: other separators occur
 * inside strings.
 *
 * @throws when a line is not JSON: the collection itself is broken then
 */
export const readCases = (path: string): readonly Fields[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const fields = parseJson(line);
      if (fields === undefined || !isFields(fields)) throw new Error(`not a case: ${line.slice(0, 80)}`);
      return fields;
    });

/** Whether a value is a JSON object. */
export const isFields = (value: Value | undefined): value is Fields =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The list in a field; empty when it is no list. */
export const listOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

/** The text in a field, or undefined. */
export const textOf = (value: Value | undefined): string | undefined => (typeof value === "string" ? value : undefined);

/** Reads the typed notation of values: `{"set!": […]}` is a set, `{"object!": [{"key", "value"}]}` an object of any keys. */
export const readTyped = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(readTyped);
  if (!isFields(value)) return value;
  if (Array.isArray(value["set!"])) return new RegoSet(value["set!"].map(readTyped));
  if (Array.isArray(value["object!"])) return new RegoObject(value["object!"].map(readEntry));
  return new RegoObject(Object.entries(value).map(([key, item]) => [key, readTyped(item)]));
};

const readEntry = (entry: Value): readonly [Value, Value] => {
  const { key = null, value = null } = isFields(entry) ? entry : {};
  return [readTyped(key), readTyped(value)];
};
