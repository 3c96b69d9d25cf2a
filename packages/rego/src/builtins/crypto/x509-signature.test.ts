import { ed25519 } from "@noble/curves/ed25519";
import { sha256 } from "@noble/hashes/sha2";
import { expect, test } from "vitest";
import { DerReader } from "./der-reader.js";
import { readPrivateKeys } from "./private-key.js";
import { signPkcs1, signPss } from "./rsa.js";
import { bytes, der, identifier, sequence } from "./test-certificates.js";
import { rsaKey, rsaPrivateKey } from "./test-keys.js";
import type { CertificateKey } from "./x509-key.js";
import { isSignedBy, readMethod } from "./x509-signature.js";

const probabilistic = identifier("1.2.840.113549.1.1.10");
const hash = (text: string): Uint8Array => sequence(identifier(text), der(5));
const parameters = (digest: string, salt: number, mask = digest, ...rest: readonly Uint8Array[]): Uint8Array =>
  sequence(
    der(0xa0, hash(digest)),
    der(0xa1, sequence(identifier("1.2.840.113549.1.1.8"), hash(mask))),
    der(0xa2, der(2, bytes(salt))),
    ...rest,
  );

test.each<[readonly Uint8Array[], number]>([
  [[identifier("1.2.840.113549.1.1.11"), der(5)], 4],
  [[identifier("1.2.840.10045.4.3.2")], 10],
  [[identifier("1.3.101.112")], 16],
  [[identifier("1.3.101.112"), der(5)], 0],
  [[identifier("1.3.14.3.2.29")], 3],
  [[identifier("1.2.3")], 0],
  [[probabilistic], 0],
  [[probabilistic, parameters("2.16.840.1.101.3.4.2.1", 32)], 13],
  [[probabilistic, parameters("2.16.840.1.101.3.4.2.2", 48)], 14],
  [[probabilistic, parameters("2.16.840.1.101.3.4.2.3", 64)], 15],
  [[probabilistic, parameters("2.16.840.1.101.3.4.2.1", 20)], 0],
  [[probabilistic, parameters("2.16.840.1.101.3.4.2.1", 32, "2.16.840.1.101.3.4.2.2")], 0],
  [[probabilistic, parameters("2.16.840.1.101.3.4.2.1", 32, "2.16.840.1.101.3.4.2.1", der(0xa3, der(2, bytes(2))))], 0],
  [[probabilistic, parameters("1.2.3", 32)], 0],
])("row %#: method %i", (algorithm, method) => {
  expect(readMethod(new DerReader(sequence(...algorithm)).sequence(""))).toBe(method);
});

const message = bytes(1, 2, 3);
const numberOf = (text: string): bigint => BigInt(`0x${Buffer.from(text, "base64url").toString("hex")}`);
const modulus = numberOf(rsaKey.n);
const signer = { modulus, exponent: numberOf(rsaKey.d) };
const key: CertificateKey = { kind: "rsa", modulus, exponent: 65_537n };

test("RSA signs in two ways, with a salt as long as the digest", () => {
  expect(isSignedBy(4, message, signPkcs1(signer, sha256, message), key)).toBe(true);
  expect(isSignedBy(5, message, signPkcs1(signer, sha256, message), key)).toBe(false);
  expect(isSignedBy(13, message, signPss(signer, sha256, message, new Uint8Array(32)), key)).toBe(true);
  expect(isSignedBy(13, message, signPss(signer, sha256, message, new Uint8Array(20)), key)).toBe(false);
  expect(isSignedBy(3, message, signPkcs1(signer, sha256, message), key)).toBe(false);
});

test("keys of RSA that are small, even or huge verify nothing", () => {
  const [small] = readPrivateKeys(rsaPrivateKey);
  if (small?.kind !== "rsa") throw new Error("no key");
  const own = { modulus: small.modulus, exponent: small.secret };
  const signature = signPkcs1(own, sha256, message);
  expect(isSignedBy(4, message, signature, { kind: "rsa", modulus: small.modulus, exponent: small.exponent })).toBe(
    false,
  );
  expect(isSignedBy(4, message, signature, { kind: "rsa", modulus: modulus - 1n, exponent: 3n })).toBe(false);
  expect(isSignedBy(4, message, bytes(1), { kind: "rsa", modulus: 2n ** 100_000n + 1n, exponent: 3n })).toBe(false);
});

test("Ed25519 signs, and keys of other kinds do not", () => {
  const seed = new Uint8Array(32).fill(7);
  const edwards: CertificateKey = { kind: "edwards", point: ed25519.getPublicKey(seed) };
  const signature = ed25519.sign(message, seed);
  expect(isSignedBy(16, message, signature, edwards)).toBe(true);
  expect(isSignedBy(16, bytes(1), signature, edwards)).toBe(false);
  expect(isSignedBy(16, message, bytes(1), edwards)).toBe(false);
  expect(isSignedBy(16, message, signature, key)).toBe(false);
  expect(isSignedBy(10, message, signature, { kind: "elliptic", curve: "P-256", point: bytes(4) })).toBe(false);
});
