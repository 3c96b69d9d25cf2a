import { expect, test } from "vitest";
import { DerReader } from "./der-reader.js";
import { ellipticCurve } from "./elliptic-curves.js";
import { bytes, der, identifier, sequence } from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";
import { keyToJson, readKeyInfo } from "./x509-key.js";

const nothing = der(5);
const [rsa, dsa, elliptic, edwards] = [
  "1.2.840.113549.1.1.1",
  "1.2.840.10040.4.1",
  "1.2.840.10045.2.1",
  "1.3.101.112",
].map(identifier);
const p256 = identifier("1.2.840.10045.3.1.7");
const integer = (value: number): Uint8Array => der(2, bytes(value));
const point = ellipticCurve("P-256").pointOf(new Uint8Array(32).fill(1)) ?? bytes();

const read = (algorithm: readonly (Uint8Array | undefined)[], key: Uint8Array): ReturnType<typeof readKeyInfo> =>
  readKeyInfo(
    new DerReader(
      sequence(sequence(...algorithm.filter((part) => part !== undefined)), der(3, bytes(0), key)),
    ).sequence(""),
  );

test.each<[string, readonly (Uint8Array | undefined)[], Uint8Array, number, unknown]>([
  ["RSA", [rsa, nothing], sequence(integer(15), integer(3)), 1, { E: 3, N: 15 }],
  ["DSA", [dsa, sequence(integer(5), integer(6), integer(7))], integer(4), 2, { G: 7, P: 5, Q: 6, Y: 4 }],
  ["a curve", [elliptic, p256], point, 3, { Curve: {} }],
  ["Ed25519", [edwards], new Uint8Array(32), 4, `${"A".repeat(43)}=`],
  ["another algorithm", [identifier("1.3.101.113")], bytes(1), 0, null],
])("a key of %s", (_kind, algorithm, key, number, json) => {
  const info = read(algorithm, key);
  expect(info.algorithm).toBe(number);
  if (typeof json === "object" && json !== null) expect(keyToJson(info.key)).toMatchObject(json);
  else expect(keyToJson(info.key)).toBe(json);
});

test.each<[readonly (Uint8Array | undefined)[], Uint8Array, string]>([
  [[rsa], bytes(), "x509: RSA key missing NULL parameters"],
  [[rsa, nothing], bytes(1), "x509: invalid RSA public key"],
  [[rsa, nothing], sequence(), "x509: invalid RSA modulus"],
  [[rsa, nothing], sequence(integer(1)), "x509: invalid RSA public exponent"],
  [[rsa, nothing], sequence(integer(0), integer(1)), "x509: RSA modulus is not a positive number"],
  [[rsa, nothing], sequence(integer(1), integer(0xff)), "x509: RSA public exponent is not a positive number"],
  [[elliptic], point, "x509: invalid ECDSA parameters"],
  [[elliptic, identifier("1.3.132.0.10")], point, "x509: unsupported elliptic curve"],
  [[elliptic, p256], bytes(), "ecdsa: invalid uncompressed public key"],
  [[elliptic, p256], bytes(4), "invalid P256 point encoding"],
  [[elliptic, p256], bytes(4, ...new Array(64).fill(0xff)), "invalid P256 element encoding"],
  [[elliptic, p256], new Uint8Array(65).fill(4), "P256 point not on curve"],
  [[edwards, nothing], new Uint8Array(32), "x509: Ed25519 key encoded with illegal parameters"],
  [[edwards], bytes(1), "x509: wrong Ed25519 public key size"],
  [[dsa], bytes(), "x509: invalid DSA public key"],
  [[dsa], integer(1), "x509: invalid DSA parameters"],
  [[dsa, sequence(integer(0), integer(1), integer(1))], integer(1), "x509: zero or negative DSA parameter"],
])("row %#: %s", (algorithm, key, message) => {
  expect(() => read(algorithm, key)).toThrow(new X509Fault(message));
});
