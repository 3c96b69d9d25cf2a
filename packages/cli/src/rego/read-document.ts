import { readJson, readYaml, toJson, type Value } from "@ostiary/rego";

/** A document, or why there is none. */
export type DocumentReading =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** Aliases may repeat this many values in one document. */
const MOST_REPEATED_VALUES = 1_000_000;

/** Reads JSON, or, where it is none, YAML. */
export const readJsonOrYaml = (text: string): DocumentReading => {
  const json = readJson(text);
  return json.ok ? json : readYamlDocument(text);
};

/** Reads JSON; numbers keep all their digits. */
export const readJsonDocument = (text: string): DocumentReading => readJson(text);

/** Reads the first document of a YAML text, as JSON. */
export const readYamlDocument = (text: string): DocumentReading => {
  let left = MOST_REPEATED_VALUES;
  try {
    const reading = readYaml(text, (values) => {
      left -= values;
      if (left < 0) throw new TooManyValues("aliases repeat too many values");
    });
    return reading.ok ? { ok: true, value: toJson(reading.value) } : reading;
  } catch (error) {
    if (!(error instanceof TooManyValues)) throw error;
    return { ok: false, message: error.message };
  }
};

class TooManyValues extends Error {}
