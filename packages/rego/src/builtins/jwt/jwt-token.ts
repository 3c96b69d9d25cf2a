import { property } from "../../value/collection.js";
import { readJson } from "../../value/json-reader.js";
import { isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import { decodeBase64, urlAlphabet } from "../encoding/base64-coding.js";
import type { Operands } from "../operands.js";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.js";

/** The three sections of a token, encoded as they are. */
export interface TokenSections {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

/** Splits a token at its periods. */
export function splitToken(token: Value, operands: Operands): TokenSections {
  if (typeof token !== "string") throw operands.mismatch(1, token, "string");
  if (!token.includes(".")) throw operands.fault("encoded JWT had no period separators");
  const sections = token.split(".");
  const [header, payload, signature] = sections;
  if (sections.length !== 3 || header === undefined || payload === undefined || signature === undefined) {
    throw operands.fault(`encoded JWT must have 3 sections, found ${sections.length}`);
  }
  return { header, payload, signature };
}

/** The bytes of a section; its padding may be missing. */
export function decodeSection(section: string, what: string, operands: Operands): Uint8Array {
  const rest = section.endsWith("=") ? 0 : encodeUtf8(section).length % 4;
  if (rest === 1) throw operands.fault(`${what}illegal base64url string: ${section}`);
  const decoding = decodeBase64(section + "=".repeat((4 - rest) % 4), urlAlphabet);
  if (!decoding.ok) throw operands.fault(what + decoding.message);
  return decoding.bytes;
}

/** The header of a token; a token that is encrypted is refused. */
export function headerOf({ header }: TokenSections, operands: Operands): ObjectValue {
  const text = decodeUtf8(decodeSection(header, "JWT header had invalid encoding: ", operands));
  const document = objectOf(text, "bad JWT header: ", operands);
  if (property(document, "enc") !== undefined) throw operands.fault("JWT is a JWE object, which is not supported");
  return document;
}

/** The text of a token's payload. */
export const payloadText = ({ payload }: TokenSections, operands: Operands): string =>
  decodeUtf8(decodeSection(payload, "JWT payload had invalid encoding: ", operands));

/** The JSON object that a text is. */
export function objectOf(text: string, what: string, operands: Operands): ObjectValue {
  const reading = readJson(text);
  if (!reading.ok) throw operands.fault(`${what}invalid JSON: ${reading.message}`);
  if (!isObjectValue(reading.value)) throw operands.fault(`${what}decoded JSON type was not an Object`);
  return reading.value;
}

/** What verification looks at in a header. */
export interface HeaderFields {
  readonly algorithm: string;
  readonly keyId: string;
  readonly contentType: string;
  /** Whether the header names an algorithm and marks nothing critical that is not understood. */
  readonly isValid: boolean;
}

const understood = new Set(["alg", "kid", "typ", "cty", "crit"]);

/** Reads the fields of a header, checking their types. */
export function fieldsOf(header: ObjectValue, operands: Operands): HeaderFields {
  const text = (name: string): string => {
    const value = property(header, name) ?? "";
    if (property(header, name) === null || typeof value !== "string") throw operands.fault(`${name}: must be a string`);
    return value;
  };
  const [algorithm, contentType, keyId] = [text("alg"), text("cty"), text("kid")];
  text("typ");
  const critical = criticalNames(property(header, "crit"), operands);
  const isUnderstood = critical.every((name) => understood.has(name) || property(header, name) === undefined);
  return { algorithm, contentType, keyId, isValid: algorithm !== "" && isUnderstood };
}

function criticalNames(value: Value | undefined, operands: Operands): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw operands.fault("crit: must be a list");
  const names = value.filter((name) => typeof name === "string");
  if (names.length === 0) throw operands.fault("crit: must be a nonempty list");
  return names;
}
