import { property } from "../../value/collection.js";
import { readJson } from "../../value/json-reader.js";
import { isArray, isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import { decodeBase64, urlAlphabet } from "../encoding/base64-coding.js";
import { bigIntegerOf } from "./der.js";
import { readPem } from "./pem.js";
import { type CurveName, certificateKeyOf, publicKeyOf, type VerificationKey } from "./public-key.js";
import { joined } from "./rsa.js";

/** A key with what its set says about it. */
export interface NamedKey {
  readonly key: VerificationKey;
  /** Empty when the set does not say. */
  readonly algorithm: string;
  readonly id: string;
  /** The private part: the exponent of RSA, the scalar or seed of the others. */
  readonly secret: Uint8Array | undefined;
}

/** Keys, or why there are none, in OPA's words. */
export type KeyReading =
  | { readonly ok: true; readonly keys: readonly NamedKey[] }
  | { readonly ok: false; readonly message: string };

const failed = (message: string): KeyReading => ({ ok: false, message });

const algorithms = new Set([
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "HS256", "HS384", "HS512", "EdDSA"],
]);

/** Whether tokens may be signed with an algorithm. */
export const isKnownAlgorithm = (name: string): boolean => algorithms.has(name);

/** The keys of a certificate or public key in PEM, or of a JSON web key or set of keys. */
export function readKeys(text: string): KeyReading {
  const block = readPem(text);
  if (block === undefined)
    return readJsonKeys(text, "failed to parse a JWK key (set): jwk.ParseString: failed to parse string: ");
  if (block.rest !== "") return failed("extra data after a PEM certificate block");
  if (block.type === "CERTIFICATE")
    return only(certificateKeyOf(block.bytes), "failed to parse a PEM certificate: x509: malformed certificate");
  if (block.type === "PUBLIC KEY")
    return only(publicKeyOf(block.bytes), "failed to parse a PEM public key: x509: malformed public key");
  return failed("failed to extract a Key from the PEM certificate");
}

const only = (key: VerificationKey | undefined, message: string): KeyReading =>
  key === undefined ? failed(message) : { ok: true, keys: [{ key, algorithm: "", id: "", secret: undefined }] };

/**
 * Reads a JSON web key, or a set of them; keys of a set whose algorithm is not known are left out.
 *
 * @param context - what stands before the fault
 */
export function readJsonKeys(text: string, context: string): KeyReading {
  const sole = `${context}jwk.Parse: failed to parse sole key: jwk.ParseKey: `;
  const reading = readJson(text);
  if (!reading.ok)
    return failed(`${sole}jwk.Parse: failed to probe data: probe: failed to unmarshal data: ${reading.message}`);
  const document = reading.value;
  const list = isObjectValue(document) ? property(document, "keys") : undefined;
  const documents = isArray(list) ? list : [document];
  const keys: NamedKey[] = [];
  for (const one of documents) {
    const key = isObjectValue(one) ? keyOf(one) : undefined;
    if (key === undefined) return failed(sole + complaint(one));
    if (key.algorithm === "" || isKnownAlgorithm(key.algorithm)) keys.push(key);
  }
  return { ok: true, keys };
}

function complaint(document: Value): string {
  const type = isObjectValue(document) ? field(document, "kty") : "";
  return types.has(type) ? "failed to unmarshal JSON into key" : `invalid key type from JSON (${type})`;
}

const types = new Set(["RSA", "EC", "OKP", "oct"]);

function field(document: ObjectValue, name: string): string {
  const value = property(document, name);
  return typeof value === "string" ? value : "";
}

function bytesField(document: ObjectValue, name: string): Uint8Array | undefined {
  const text = field(document, name);
  const decoding = decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, "="), urlAlphabet);
  return text !== "" && decoding.ok ? decoding.bytes : undefined;
}

function keyOf(document: ObjectValue): NamedKey | undefined {
  const key = keyByType.get(field(document, "kty"))?.(document);
  if (key === undefined) return undefined;
  return { key, algorithm: field(document, "alg"), id: field(document, "kid"), secret: bytesField(document, "d") };
}

const keyByType: ReadonlyMap<string, (document: ObjectValue) => VerificationKey | undefined> = new Map([
  ["RSA", rsaKey],
  ["EC", ellipticKey],
  ["OKP", edwardsKey],
  ["oct", secretKey],
]);

function rsaKey(document: ObjectValue): VerificationKey | undefined {
  const [modulus, exponent] = [bytesField(document, "n"), bytesField(document, "e")];
  if (modulus === undefined || exponent === undefined) return undefined;
  return { kind: "rsa", key: { modulus: bigIntegerOf(modulus), exponent: bigIntegerOf(exponent) } };
}

const curveNames: readonly CurveName[] = ["P-256", "P-384", "P-521"];

function ellipticKey(document: ObjectValue): VerificationKey | undefined {
  const curve = curveNames.find((name) => name === field(document, "crv"));
  const [x, y] = [bytesField(document, "x"), bytesField(document, "y")];
  if (curve === undefined || x === undefined || y === undefined) return undefined;
  return { kind: "elliptic", curve, point: joined(Uint8Array.of(4), x, y) };
}

function edwardsKey(document: ObjectValue): VerificationKey | undefined {
  const point = field(document, "crv") === "Ed25519" ? bytesField(document, "x") : undefined;
  return point === undefined ? undefined : { kind: "edwards", point };
}

function secretKey(document: ObjectValue): VerificationKey | undefined {
  const bytes = bytesField(document, "k");
  return bytes === undefined ? undefined : { kind: "secret", bytes };
}
