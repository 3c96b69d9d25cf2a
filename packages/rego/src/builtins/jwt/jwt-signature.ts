import { ed25519 } from "@noble/curves/ed25519";
import { p256, p384, p521 } from "@noble/curves/nist";
import { hmac } from "@noble/hashes/hmac";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2";
import type { CHash } from "@noble/hashes/utils";
import { bigIntegerOf } from "../crypto/der.js";
import type { NamedKey } from "../crypto/json-web-key.js";
import type { CurveName, VerificationKey } from "../crypto/public-key.js";
import { areEqual, signPkcs1, signPss, verifyPkcs1, verifyPss } from "../crypto/rsa.js";

/** How tokens are signed: the kind of signature, and its hash. */
export interface SignatureMethod {
  readonly kind: "pkcs1" | "pss" | "elliptic" | "edwards" | "hmac";
  readonly hash: CHash;
}

const hashes: ReadonlyMap<string, CHash> = new Map([
  ["256", sha256],
  ["384", sha384],
  ["512", sha512],
]);

const kinds: ReadonlyMap<string, SignatureMethod["kind"]> = new Map([
  ["RS", "pkcs1"],
  ["PS", "pss"],
  ["ES", "elliptic"],
  ["HS", "hmac"],
]);

/** The method of an algorithm's name; undefined for a name that is not known. */
export function methodOf(algorithm: string): SignatureMethod | undefined {
  if (algorithm === "EdDSA") return { kind: "edwards", hash: sha512 };
  const kind = kinds.get(algorithm.slice(0, 2));
  const hash = hashes.get(algorithm.slice(2));
  return kind === undefined || hash === undefined ? undefined : { kind, hash };
}

const curves = { "P-256": p256, "P-384": p384, "P-521": p521 } as const satisfies Record<CurveName, unknown>;

/** Whether a signature by the method is that of the message; a key of another kind makes none. */
export function verifySignature(
  method: SignatureMethod,
  key: VerificationKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verifyByKind(method, key, message, signature);
  } catch {
    // The curves throw on points and signatures that are malformed: such a signature is not valid.
    return false;
  }
}

function verifyByKind(
  { kind, hash }: SignatureMethod,
  key: VerificationKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (kind === "pkcs1") return key.kind === "rsa" && verifyPkcs1(key.key, hash, message, signature);
  if (kind === "pss") return key.kind === "rsa" && verifyPss(key.key, hash, message, signature);
  if (kind === "hmac") return key.kind === "secret" && areEqual(hmac(hash, key.bytes, message), signature);
  if (kind === "edwards") return key.kind === "edwards" && ed25519.verify(signature, message, key.point);
  return key.kind === "elliptic" && curves[key.curve].verify(signature, hash(message), key.point, { lowS: false });
}

/** The signature of a message; undefined when the key is of another kind or has no private part. */
export function signMessage(
  { kind, hash }: SignatureMethod,
  { key, secret }: NamedKey,
  message: Uint8Array,
  salt: (length: number) => Uint8Array,
): Uint8Array | undefined {
  if (kind === "hmac") return key.kind === "secret" ? hmac(hash, key.bytes, message) : undefined;
  if (secret === undefined) return undefined;
  if (kind === "edwards") return key.kind === "edwards" ? ed25519.sign(message, secret) : undefined;
  if (kind === "elliptic") {
    return key.kind === "elliptic"
      ? curves[key.curve].sign(hash(message), secret, { lowS: false }).toCompactRawBytes()
      : undefined;
  }
  if (key.kind !== "rsa") return undefined;
  const own = { modulus: key.key.modulus, exponent: bigIntegerOf(secret) };
  return kind === "pkcs1" ? signPkcs1(own, hash, message) : signPss(own, hash, message, salt(hash.outputLen));
}
