import { sha256, sha384, sha512 } from "@noble/hashes/sha2";
import type { CHash } from "@noble/hashes/utils";
import { bigIntegerOf, bytesOfInteger } from "./der.js";

/** The two numbers of a public key, or of a private one. */
export interface RsaKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/** The hashes of signatures, each with what stands before its digest in PKCS #1. */
const digestInfo: ReadonlyMap<CHash, readonly number[]> = new Map<CHash, readonly number[]>([
  [sha256, [0x30, 0x31, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20]],
  [sha384, [0x30, 0x41, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2, 5, 0, 4, 0x30]],
  [sha512, [0x30, 0x51, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3, 5, 0, 4, 0x40]],
]);

/** Whether a signature of PKCS #1 v1.5 is that of the message. */
export function verifyPkcs1(key: RsaKey, hash: CHash, message: Uint8Array, signature: Uint8Array): boolean {
  const encoded = open(key, signature);
  return encoded !== undefined && areEqual(encoded, pkcs1Encoding(hash, message, sizeOf(key)));
}

/** The signature of PKCS #1 v1.5 of a message. */
export const signPkcs1 = (key: RsaKey, hash: CHash, message: Uint8Array): Uint8Array =>
  seal(key, pkcs1Encoding(hash, message, sizeOf(key)));

/**
 * Whether a probabilistic signature (PSS) is that of the message.
 *
 * @param saltLength - bytes of the salt. Default: any number
 */
export function verifyPss(
  key: RsaKey,
  hash: CHash,
  message: Uint8Array,
  signature: Uint8Array,
  saltLength?: number,
): boolean {
  const encoded = open(key, signature);
  if (encoded === undefined) return false;
  const bits = key.modulus.toString(2).length - 1;
  const block = encoded.slice(encoded.length - Math.ceil(bits / 8));
  const digest = block.slice(-hash.outputLen - 1, -1);
  const masked = block.slice(0, -hash.outputLen - 1);
  if (block.at(-1) !== 0xbc || masked.length === 0) return false;
  const data = unmask(masked, digest, hash, block.length * 8 - bits);
  const separator = data.findIndex((byte) => byte !== 0);
  if (data[separator] !== 1 || (saltLength ?? data.length - separator - 1) !== data.length - separator - 1)
    return false;
  return areEqual(digest, hash(joined(new Uint8Array(8), hash(message), data.slice(separator + 1))));
}

/** The probabilistic signature (PSS) of a message with a salt. */
export function signPss(key: RsaKey, hash: CHash, message: Uint8Array, salt: Uint8Array): Uint8Array {
  const bits = key.modulus.toString(2).length - 1;
  const length = Math.ceil(bits / 8);
  const digest = hash(joined(new Uint8Array(8), hash(message), salt));
  const padding = new Uint8Array(length - salt.length - digest.length - 2);
  const data = joined(padding, Uint8Array.of(1), salt);
  const masked = unmask(data, digest, hash, length * 8 - bits);
  return seal(key, joined(masked, digest, Uint8Array.of(0xbc)));
}

function pkcs1Encoding(hash: CHash, message: Uint8Array, length: number): Uint8Array {
  const info = joined(Uint8Array.from(digestInfo.get(hash) ?? []), hash(message));
  const padding = new Uint8Array(Math.max(0, length - info.length - 3)).fill(0xff);
  return joined(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
}

const sizeOf = ({ modulus }: RsaKey): number => Math.ceil(modulus.toString(16).length / 2);

function open(key: RsaKey, signature: Uint8Array): Uint8Array | undefined {
  if (signature.length !== sizeOf(key)) return undefined;
  const value = bigIntegerOf(signature);
  return value < key.modulus ? bytesOfInteger(power(value, key), sizeOf(key)) : undefined;
}

const seal = (key: RsaKey, encoded: Uint8Array): Uint8Array =>
  bytesOfInteger(power(bigIntegerOf(encoded), key), sizeOf(key));

/** Modular exponentiation, square and multiply. */
function power(base: bigint, { modulus, exponent }: RsaKey): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === "1") result = (result * base) % modulus;
  }
  return result;
}

/** Applies the mask that a digest generates (MGF1), and clears so many bits at the start. */
function unmask(masked: Uint8Array, seed: Uint8Array, hash: CHash, clearedBits: number): Uint8Array {
  const mask: number[] = [];
  for (let counter = 0; mask.length < masked.length; counter += 1) {
    mask.push(...hash(joined(seed, bytesOfInteger(BigInt(counter), 4))));
  }
  const data = masked.map((byte, index) => byte ^ (mask[index] ?? 0));
  data[0] = (data[0] ?? 0) & (0xff >> clearedBits);
  return data;
}

/** Bytes one after the other. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => concatenated(parts);

/** Any number of bytes one after the other. */
export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Whether bytes are the same; the time does not tell where they differ. */
export function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}
