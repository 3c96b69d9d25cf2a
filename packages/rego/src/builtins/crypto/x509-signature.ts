import { ed25519 } from "@noble/curves/ed25519";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2";
import type { CHash } from "@noble/hashes/utils";
import { derTag } from "./der.js";
import { DerReader } from "./der-reader.js";
import { ellipticCurve } from "./elliptic-curves.js";
import { verifyPkcs1, verifyPss } from "./rsa.js";
import { X509Fault } from "./x509-fault.js";
import type { CertificateKey } from "./x509-key.js";

/** How a certificate is signed, by Go's numbers; those that are not secure cannot be verified. */
interface Method {
  readonly kind: CertificateKey["kind"];
  readonly hash?: CHash;
  readonly isProbabilistic?: true;
}

const methods: ReadonlyMap<number, Method> = new Map<number, Method>([
  [4, { kind: "rsa", hash: sha256 }],
  [5, { kind: "rsa", hash: sha384 }],
  [6, { kind: "rsa", hash: sha512 }],
  [10, { kind: "elliptic", hash: sha256 }],
  [11, { kind: "elliptic", hash: sha384 }],
  [12, { kind: "elliptic", hash: sha512 }],
  [13, { kind: "rsa", hash: sha256, isProbabilistic: true }],
  [14, { kind: "rsa", hash: sha384, isProbabilistic: true }],
  [15, { kind: "rsa", hash: sha512, isProbabilistic: true }],
  [16, { kind: "edwards" }],
]);

const numbers: ReadonlyMap<string, number> = new Map([
  ["1.2.840.113549.1.1.4", 2],
  ["1.2.840.113549.1.1.5", 3],
  ["1.3.14.3.2.29", 3],
  ["1.2.840.113549.1.1.11", 4],
  ["1.2.840.113549.1.1.12", 5],
  ["1.2.840.113549.1.1.13", 6],
  ["1.2.840.10040.4.3", 7],
  ["2.16.840.1.101.3.4.3.2", 8],
  ["1.2.840.10045.4.1", 9],
  ["1.2.840.10045.4.3.2", 10],
  ["1.2.840.10045.4.3.3", 11],
  ["1.2.840.10045.4.3.4", 12],
  ["1.3.101.112", 16],
]);

/** The probabilistic methods by the hash they name, each with the length of its salt. */
const probabilistic: ReadonlyMap<string, readonly [number: number, salt: bigint]> = new Map([
  ["2.16.840.1.101.3.4.2.1", [13, 32n] as const],
  ["2.16.840.1.101.3.4.2.2", [14, 48n] as const],
  ["2.16.840.1.101.3.4.2.3", [15, 64n] as const],
]);

/** Reads what a signature's `AlgorithmIdentifier` contains: Go's number of the method, 0 when it is not known. */
export function readMethod(algorithm: DerReader): number {
  const { text } = algorithm.identifier("x509: malformed OID");
  const parameters = algorithm.isEmpty ? undefined : algorithm.any("x509: malformed parameters").bytes;
  if (text === "1.2.840.113549.1.1.10") return probabilisticMethod(parameters ?? new Uint8Array());
  return text === "1.3.101.112" && parameters !== undefined ? 0 : (numbers.get(text) ?? 0);
}

/** Only methods are known whose mask has the same hash as the message, and whose salt is as long as it. */
function probabilisticMethod(bytes: Uint8Array): number {
  try {
    const parameters = new DerReader(bytes).sequence("parameters");
    const hash = readHash(parameters.inside(0xa0, "hash"));
    const mask = parameters.inside(0xa1, "mask").sequence("mask");
    const isUsual = mask.identifier("mask").text === "1.2.840.113549.1.1.8" && readHash(mask) === hash;
    const salt = parameters.inside(0xa2, "salt").integer("salt");
    const trailer = parameters.optional(0xa3, "trailer")?.integer("trailer") ?? 1n;
    const [number, length] = probabilistic.get(hash) ?? [0, 0n];
    return isUsual && trailer === 1n && salt === length ? number : 0;
  } catch (fault) {
    if (fault instanceof X509Fault) return 0;
    throw fault;
  }
}

function readHash(reader: DerReader): string {
  const algorithm = reader.sequence("hash");
  const { text } = algorithm.identifier("hash");
  if (!algorithm.isEmpty && algorithm.element(derTag.null, "hash").content.length > 0) throw new X509Fault("hash");
  return text;
}

/** The sizes of RSA keys that signatures are verified with, in bits: Go refuses smaller ones, larger ones take too long. */
const [smallest, largest] = [1_024, 16_384];

/** Whether a signature is that of the message. */
export function isSignedBy(method: number, message: Uint8Array, signature: Uint8Array, key: CertificateKey): boolean {
  const { kind, hash, isProbabilistic } = methods.get(method) ?? {};
  if (kind !== key.kind) return false;
  if (key.kind === "edwards") return isEdwardsSignature(message, signature, key.point);
  if (hash === undefined) return false;
  if (key.kind === "elliptic") return ellipticCurve(key.curve).verify(signature, hash(message), key.point);
  if (key.kind !== "rsa" || !isUsable(key)) return false;
  return isProbabilistic === true
    ? verifyPss(key, hash, message, signature, hash.outputLen)
    : verifyPkcs1(key, hash, message, signature);
}

function isUsable({ modulus, exponent }: { readonly modulus: bigint; readonly exponent: bigint }): boolean {
  const bits = modulus.toString(16).length * 4;
  const isOdd = modulus % 2n === 1n && exponent % 2n === 1n && exponent > 1n && exponent < 2n ** 31n;
  return isOdd && modulus >= 2n ** BigInt(smallest - 1) && bits <= largest;
}

function isEdwardsSignature(message: Uint8Array, signature: Uint8Array, point: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, point, { zip215: false });
  } catch {
    // The library throws on points and signatures that are malformed.
    return false;
  }
}
