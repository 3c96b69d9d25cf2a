import type { Json } from "@ostiary/core";
import { compareBytes, goQuote } from "@ostiary/rules";
import { printGoValue } from "../mutation/go-value.js";
import { Double } from "../mutation/working-value.js";
import { isJsonFields, isJsonList } from "./json-fields.js";

// The words of Kubernetes for errors of a field, as a client reads them: k8s.io/apimachinery, pkg/util/validation/field.

export const required = (path: string, detail = ""): string => `${path}: Required value${detail && `: ${detail}`}`;

export const forbidden = (path: string, detail: string): string => `${path}: Forbidden: ${detail}`;

export const invalid = (path: string, value: Json, detail: string): string =>
  `${path}: Invalid value: ${printValue(value)}: ${detail}`;

export const notSupported = (path: string, value: Json | Double, supported: readonly string[]): string =>
  `${path}: Unsupported value: ${printValue(value)}: supported values: ${supported.map(goQuote).join(", ")}`;

/** Prints a value as errors of a field do: texts quoted, numbers and booleans as Go's `%v`, all else as JSON. */
export const printValue = (value: Json | Double): string => {
  if (typeof value === "string") return goQuote(value);
  if (value instanceof Double) return printGoValue(value);
  return typeof value === "object" ? goJson(value) : printGoValue(value);
};

/** What Go's encoder escapes in strings for the sake of HTML, beyond what JSON asks for. */
const ESCAPED = /[<>&\u2028\u2029]/g;

/** Writes JSON as Go's encoder does: fields in byte order, no blanks. */
export const goJson = (value: Json): string => {
  if (typeof value === "bigint") return String(value);
  if (isJsonList(value)) return `[${value.map(goJson).join(",")}]`;
  if (!isJsonFields(value)) return escapeJson(JSON.stringify(value) ?? "null");
  const names = Object.keys(value).sort(compareBytes);
  return `{${names.map((name) => `${escapeJson(JSON.stringify(name))}:${goJson(value[name] ?? null)}`).join(",")}}`;
};

const escapeJson = (text: string): string =>
  text.replace(ESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Joins errors as Kubernetes does: each once, in brackets where there are several. */
export const aggregate = (errors: readonly string[]): string => {
  const unique = [...new Set(errors)];
  return unique.length === 1 ? errors.slice(0, 1).join("") : `[${unique.join(", ")}]`;
};
