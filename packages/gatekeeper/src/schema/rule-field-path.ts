import { fail, type Outcome, succeed } from "../outcome.js";
import type { JsonSchema } from "./json-schema.js";

/** A name in a single-quoted text, or anything else up to a delimiter, or a delimiter. */
const TOKENS = /'(?:\\.|[^'\\])*'|'.*$|[^.[\]]+|[.[\]]/gsy;

const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "'": "'",
  "\\": "\\",
};

const WRONG = fail("invalid-path", "must be a valid path");

/**
 * Reads the `fieldPath` of a rule: `.a.b['c d']`, of fields that its schema knows.
 *
 * @returns the path as errors show it: `a.b.c d`, and `a[key]` for a key of a map
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel/validation.go, ValidFieldPath
 */
export const readRuleFieldPath = (text: string, schema: JsonSchema): Outcome<string> => {
  const names = readNames(text.match(TOKENS) ?? []);
  if (names === undefined) return WRONG;
  let place = "";
  let below: JsonSchema | undefined = schema;
  for (const name of names) {
    const isNamed = hasProperties(below);
    below = isNamed ? below?.properties?.get(name) : below?.additionalProperties?.schema;
    if (below === undefined) return WRONG;
    place += isNamed ? `${place === "" ? "" : "."}${name}` : `[${name}]`;
  }
  return succeed(place);
};

const readNames = (tokens: readonly string[]): readonly string[] | undefined => {
  const names: string[] = [];
  for (let position = 0; position < tokens.length; ) {
    const isBracket = tokens[position] === "[";
    if (!isBracket && tokens[position] !== ".") return undefined;
    const name = isBracket ? readQuoted(tokens[position + 1]) : tokens[position + 1];
    if (name === undefined || (isBracket && tokens[position + 2] !== "]")) return undefined;
    names.push(name);
    position += isBracket ? 3 : 2;
  }
  return names;
};

const hasProperties = (schema: JsonSchema | undefined): boolean => (schema?.properties?.size ?? 0) > 0;

const readQuoted = (token = ""): string | undefined => {
  if (!/^'.*'$/s.test(token) || token.length < 2) return undefined;
  const isKnown = [...token.matchAll(/\\(.)/gs)].every(([, letter = ""]) => Object.hasOwn(ESCAPES, letter));
  return isKnown ? token.slice(1, -1).replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? "") : undefined;
};
