import { sha256, sha512 } from "@noble/hashes/sha2";
import { expect, test } from "vitest";
import { decodeBase64, urlAlphabet } from "../encoding/base64-coding.js";
import { encodeUtf8 } from "../text/utf8.js";
import { bigIntegerOf } from "./der.js";
import { areEqual, concatenated, joined, type RsaKey, signPkcs1, signPss, verifyPkcs1, verifyPss } from "./rsa.js";
import { rsaKey } from "./test-keys.js";

function numberOf(text: string): bigint {
  const decoding = decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, "="), urlAlphabet);
  return decoding.ok ? bigIntegerOf(decoding.bytes) : 0n;
}

const modulus = numberOf(rsaKey.n);
const own: RsaKey = { modulus, exponent: numberOf(rsaKey.d) };
const open: RsaKey = { modulus, exponent: numberOf(rsaKey.e) };
const message = encodeUtf8("a message");

test("a signature of PKCS #1 fits its message and hash only", () => {
  const signature = signPkcs1(own, sha256, message);
  expect(verifyPkcs1(open, sha256, message, signature)).toBe(true);
  expect(verifyPkcs1(open, sha512, message, signature)).toBe(false);
  expect(verifyPkcs1(open, sha256, encodeUtf8("another"), signature)).toBe(false);
  expect(verifyPkcs1(open, sha256, message, signature.slice(1))).toBe(false);
  expect(verifyPkcs1(open, sha256, message, new Uint8Array(256).fill(255))).toBe(false);
});

test.each([0, 20, 32])("a probabilistic signature with a salt of %d bytes", (length) => {
  const signature = signPss(own, sha256, message, new Uint8Array(length).fill(7));
  expect(verifyPss(open, sha256, message, signature)).toBe(true);
  expect(verifyPss(open, sha512, message, signature)).toBe(false);
  expect(verifyPss(open, sha256, encodeUtf8("another"), signature)).toBe(false);
  expect(verifyPss(open, sha256, message, signPkcs1(own, sha256, message))).toBe(false);
});

test("bytes are joined and compared", () => {
  expect(joined(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))).toStrictEqual(Uint8Array.of(1, 2, 3));
  expect(areEqual(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
  expect(areEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
});

test("any number of bytes are joined", () => {
  expect(concatenated(Array.from({ length: 500_000 }, () => Uint8Array.of(7)))).toHaveLength(500_000);
});
