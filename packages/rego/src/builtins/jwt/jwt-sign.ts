import { property } from "../../value/collection.js";
import { readJson } from "../../value/json-reader.js";
import { jsonText } from "../../value/json-text.js";
import { typeNameOf } from "../../value/type-name.js";
import { isObjectValue, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import { isKnownAlgorithm, type NamedKey, readJsonKeys } from "../crypto/json-web-key.js";
import { encodeBase64, urlAlphabet } from "../encoding/base64-coding.js";
import type { Operands } from "../operands.js";
import { encodeUtf8 } from "../text/utf8.js";
import { methodOf, signMessage } from "./jwt-signature.js";

/** The token of a header, a payload and a key, which are values. */
export function encodeAndSign(operands: Operands, context: BuiltinContext): string {
  return sign(jsonText(operands.value(1)), jsonText(operands.value(2)), jsonText(operands.value(3)), operands, context);
}

/** The token of a header, a payload and a key, which are JSON texts. */
export function encodeAndSignRaw(operands: Operands, context: BuiltinContext): string {
  const key = operands.string(3);
  return sign(operands.string(1), operands.string(2), key, operands, context);
}

function sign(header: string, payload: string, keyText: string, operands: Operands, context: BuiltinContext): string {
  const key = keyOf(keyText, operands);
  const algorithm = algorithmOf(header, operands);
  if (!isKnownAlgorithm(algorithm)) throw operands.fault(`unknown JWS algorithm: ${algorithm}`);
  const type = headerField(header, "typ");
  if ((typeof type !== "string" || type === "JWT") && !readJson(payload).ok) {
    throw operands.fault("type is JWT but payload is not JSON");
  }
  const message = `${encodeUnpadded(encodeUtf8(header))}.${encodeUnpadded(encodeUtf8(payload))}`;
  const method = methodOf(algorithm);
  const salt = (length: number): Uint8Array => Uint8Array.from({ length }, () => randomByte(operands, context));
  const signature = method === undefined ? undefined : signMessage(method, key, encodeUtf8(message), salt);
  if (signature === undefined) throw operands.fault(`jwsbb.Sign: the key does not fit the algorithm ${algorithm}`);
  return `${message}.${encodeUnpadded(signature)}`;
}

function keyOf(text: string, operands: Operands): NamedKey {
  const reading = readJsonKeys(text, "");
  if (!reading.ok) throw operands.fault(reading.message);
  const [key] = reading.keys;
  if (key === undefined) throw operands.fault("no keys found in JWK set");
  return key;
}

function algorithmOf(header: string, operands: Operands): string {
  const algorithm = headerField(header, "alg");
  if (typeof algorithm === "string") return algorithm;
  throw operands.fault(`missing or invalid 'alg' header: ${algorithmComplaint(header, algorithm)}`);
}

function algorithmComplaint(header: string, algorithm: Value | undefined): string {
  if (algorithm !== undefined) return `value doesn't contain string; it contains ${typeNameOf(algorithm)}`;
  if (header === "") return 'cannot parse JSON: cannot parse empty string; unparsed tail: ""';
  const isBroken = header.trim().startsWith("{") && !readJson(header).ok;
  return isBroken ? "cannot parse JSON" : 'jwsbb: header "alg" not found';
}

function headerField(header: string, name: string): Value | undefined {
  const reading = readJson(header);
  return reading.ok && isObjectValue(reading.value) ? property(reading.value, name) : undefined;
}

const encodeUnpadded = (bytes: Uint8Array): string => encodeBase64(bytes, urlAlphabet).replace(/=+$/, "");

function randomByte(operands: Operands, { random }: BuiltinContext): number {
  if (random === undefined) throw operands.fault("needs a source of random numbers: pass `random`");
  return Math.floor(random() * 256);
}
