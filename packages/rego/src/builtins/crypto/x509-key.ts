import { numberFromBigInt } from "../../value/number.js";
import type { Value } from "../../value/value.js";
import { encodeBase64, standardAlphabet } from "../encoding/base64-coding.js";
import { bigIntegerOf, derTag } from "./der.js";
import { alignedBytes, DerReader } from "./der-reader.js";
import { type EllipticName, ellipticCurve, ellipticName } from "./elliptic-curves.js";
import { X509Fault } from "./x509-fault.js";

/** The key of a certificate or request. */
export type CertificateKey =
  | { readonly kind: "rsa"; readonly modulus: bigint; readonly exponent: bigint }
  | { readonly kind: "elliptic"; readonly curve: EllipticName; readonly point: Uint8Array }
  | { readonly kind: "edwards"; readonly point: Uint8Array }
  | { readonly kind: "dsa"; readonly numbers: Readonly<Record<"G" | "P" | "Q" | "Y", bigint>> };

/** A key with Go's number of its algorithm: 0 when that is not known, and so the key neither. */
export interface KeyInfo {
  readonly algorithm: number;
  readonly key: CertificateKey | undefined;
}

/**
 * Reads what a `SubjectPublicKeyInfo` contains.
 *
 * @throws X509Fault when it is malformed, or its key is not sound
 */
export function readKeyInfo(info: DerReader): KeyInfo {
  const algorithm = info.sequence("x509: malformed public key algorithm identifier");
  const { text } = algorithm.identifier("x509: malformed OID");
  const parameters = algorithm.isEmpty ? undefined : algorithm.any("x509: malformed parameters").bytes;
  const bytes = alignedBytes(info.bits("x509: malformed subjectPublicKey"));
  const known = algorithms.get(text);
  if (known === undefined) return { algorithm: 0, key: undefined };
  return { algorithm: known.number, key: known.read(bytes, parameters ?? new Uint8Array()) };
}

interface KeyAlgorithm {
  readonly number: number;
  readonly read: (bytes: Uint8Array, parameters: Uint8Array) => CertificateKey;
}

const algorithms: ReadonlyMap<string, KeyAlgorithm> = new Map<string, KeyAlgorithm>([
  ["1.2.840.113549.1.1.1", { number: 1, read: rsaKey }],
  ["1.2.840.10040.4.1", { number: 2, read: dsaKey }],
  ["1.2.840.10045.2.1", { number: 3, read: ellipticKey }],
  ["1.3.101.112", { number: 4, read: edwardsKey }],
]);

function rsaKey(bytes: Uint8Array, [tag, length, ...rest]: Uint8Array): CertificateKey {
  if (tag !== derTag.null || length !== 0 || rest.length > 0)
    throw new X509Fault("x509: RSA key missing NULL parameters");
  const sequence = new DerReader(bytes).sequence("x509: invalid RSA public key");
  const modulus = sequence.integer("x509: invalid RSA modulus");
  const exponent = sequence.smallInteger("x509: invalid RSA public exponent");
  if (modulus <= 0n) throw new X509Fault("x509: RSA modulus is not a positive number");
  if (exponent <= 0n) throw new X509Fault("x509: RSA public exponent is not a positive number");
  return { kind: "rsa", modulus, exponent };
}

function ellipticKey(point: Uint8Array, parameters: Uint8Array): CertificateKey {
  const { text } = new DerReader(parameters).identifier("x509: invalid ECDSA parameters");
  const curve = ellipticName(text);
  if (curve === undefined) throw new X509Fault("x509: unsupported elliptic curve");
  checkPoint(curve, point);
  return { kind: "elliptic", curve, point };
}

function checkPoint(name: EllipticName, point: Uint8Array): void {
  const { size, prime, coordinates } = ellipticCurve(name);
  const called = name.replace("-", "");
  if (point[0] !== 4) throw new X509Fault("ecdsa: invalid uncompressed public key");
  if (point.length !== 1 + 2 * size) throw new X509Fault(`invalid ${called} point encoding`);
  const numbers = [point.subarray(1, 1 + size), point.subarray(1 + size)].map(bigIntegerOf);
  if (numbers.some((number) => number >= prime)) throw new X509Fault(`invalid ${called} element encoding`);
  if (coordinates(point) === undefined) throw new X509Fault(`${called} point not on curve`);
}

function edwardsKey(point: Uint8Array, parameters: Uint8Array): CertificateKey {
  if (parameters.length > 0) throw new X509Fault("x509: Ed25519 key encoded with illegal parameters");
  if (point.length !== 32) throw new X509Fault("x509: wrong Ed25519 public key size");
  return { kind: "edwards", point };
}

function dsaKey(bytes: Uint8Array, parameters: Uint8Array): CertificateKey {
  const Y = new DerReader(bytes).integer("x509: invalid DSA public key");
  const fault = "x509: invalid DSA parameters";
  const sequence = new DerReader(parameters).sequence(fault);
  const [P, Q, G] = [sequence.integer(fault), sequence.integer(fault), sequence.integer(fault)];
  if ([Y, P, Q, G].some((number) => number <= 0n)) throw new X509Fault("x509: zero or negative DSA parameter");
  return { kind: "dsa", numbers: { G, P, Q, Y } };
}

/** A key as Go's structure in JSON. */
export function keyToJson(key: CertificateKey | undefined): Value {
  if (key === undefined) return null;
  if (key.kind === "rsa") return { E: numberFromBigInt(key.exponent), N: numberFromBigInt(key.modulus) };
  if (key.kind === "edwards") return encodeBase64(key.point, standardAlphabet);
  if (key.kind === "dsa")
    return Object.fromEntries(Object.entries(key.numbers).map(([name, value]) => [name, numberFromBigInt(value)]));
  const [x = 0n, y = 0n] = ellipticCurve(key.curve).coordinates(key.point) ?? [];
  return { Curve: {}, X: numberFromBigInt(x), Y: numberFromBigInt(y) };
}
