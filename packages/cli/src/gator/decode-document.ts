import type { Json } from "@ostiary/core";
import type { Outcome } from "@ostiary/gatekeeper";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { jsonText } from "@ostiary/rego";
import { describeYamlFault } from "./yaml-fault.js";

type Fields = { readonly [name: string]: Json };

const refuse = (message: string): Outcome<never> => ({ ok: false, error: { code: "invalid-yaml", message } });

/**
 * Reads the first document of a YAML text as `gator verify` does: the booleans are those of YAML 1.2, and no key may occur
 * twice. Without a document it is an empty object.
 */
export const decodeDocument = (text: string): Outcome<Fields> => {
  for (const document of readManifests(text, { booleans: "1.2" })) {
    if (document.kind === "unreadable") return refuse(describeYamlFault(text, document));
    const value: unknown = document.value;
    if (!isFields(value)) return refuse(describeWrongType(value, document.line));
    const duplicate = findDuplicate(text, document.problems);
    return duplicate === undefined ? { ok: true, value } : refuse(duplicate);
  }
  return { ok: true, value: {} };
};

/** Reads the first document of a YAML text, which must be an object with a kind. */
export const decodeObject = (text: string): Outcome<Json> => {
  const document = decodeDocument(text);
  if (!document.ok) return document;
  const kind = Object.hasOwn(document.value, "kind") ? document.value["kind"] : undefined;
  if (typeof kind === "string" && kind !== "") return document;
  return refuse(`Object 'Kind' is missing in '${jsonText(document.value)}'`);
};

/**
 * Reads all objects of a YAML text. It is cut at every line that begins with `---`; lines that are blank or only a comment are
 * left out, also those inside texts.
 */
export const decodeObjects = (text: string): Outcome<readonly Json[]> => {
  const objects: Json[] = [];
  for (const part of text.split("\n---")) {
    const cleaned = clean(part);
    if (cleaned === "") continue;
    const object = decodeObject(cleaned);
    if (!object.ok) return object;
    objects.push(object.value);
  }
  return { ok: true, value: objects };
};

const clean = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("#"))
    .map((line) => `${line}\n`)
    .join("");

// What readers of JSON make, and no list, is an object of JSON.
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Longer values are cut in messages. */
const LONGEST_VALUE = 10;

const describeWrongType = (value: unknown, line: number): string => {
  const into = "into map[string]interface {}";
  if (Array.isArray(value)) return `yaml: unmarshal errors:\n  line ${line}: cannot unmarshal !!seq ${into}`;
  const text = String(value);
  const shown = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 3)}...` : text;
  return `yaml: unmarshal errors:\n  line ${line}: cannot unmarshal ${tagOf(value)} \`${shown}\` ${into}`;
};

const tagOf = (value: unknown): string => {
  if (typeof value === "string") return "!!str";
  if (typeof value === "boolean") return "!!bool";
  return Number.isInteger(value) || typeof value === "bigint" ? "!!int" : "!!float";
};

const findDuplicate = (text: string, problems: ObjectDocument["problems"]): string | undefined => {
  const problem = problems.find(({ code }) => code === "duplicate-key");
  if (problem === undefined) return undefined;
  const [, key = ""] = /`([^`]*)`/.exec(problem.message) ?? [];
  const { line, column } = problem;
  const first = `already defined at line ${findKey(text, key, { line, column })}`;
  return `yaml: unmarshal errors:\n  line ${line}: mapping key ${JSON.stringify(key)} ${first}`;
};

/** The line where a key stands for the first time: above its repetition in the same column, else beside it. */
const findKey = (text: string, key: string, repeated: { readonly line: number; readonly column: number }): number => {
  const above = text.split("\n").slice(0, repeated.line - 1);
  const isKey = (line: string): boolean => {
    const written = line.slice(repeated.column - 1);
    return written.startsWith(key) && written.slice(key.length).trimStart().startsWith(":");
  };
  return above.findLastIndex(isKey) + 1 || repeated.line;
};
