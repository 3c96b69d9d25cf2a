import { expect, test } from "vitest";
import { joined } from "./rsa.js";
import {
  authority,
  bytes,
  certificateOf,
  der,
  extension,
  identifier,
  nameOf,
  sequence,
  text,
} from "./test-certificates.js";
import { readCertificates } from "./x509-certificate.js";
import { X509Fault } from "./x509-fault.js";

const algorithm = sequence(identifier("1.3.101.112"));
const validity = sequence(text(0x17, "200101000000Z"), text(0x17, "300101000000Z"));
const info = sequence(algorithm, der(3, bytes(0), new Uint8Array(32)));
const serial = der(2, bytes(1));
const name = nameOf("a");
const signature = der(3, bytes(0));

const certificate = (...body: readonly Uint8Array[]): Uint8Array => sequence(sequence(...body), algorithm, signature);

test("the parts of a certificate are kept as they are written", () => {
  const raw = certificateOf({ subject: "leaf", issuer: "root", key: 2, signer: 1, extensions: [authority] });
  const [read] = readCertificates(raw);
  expect(read).toMatchObject({ raw, version: 3, serialNumber: 2n, method: 16, keyAlgorithm: 4 });
  expect(read?.rawSubject).toStrictEqual(nameOf("leaf"));
  expect(read?.rawIssuer).toStrictEqual(nameOf("root"));
  expect(read?.signature).toHaveLength(64);
  expect(read?.extensions).toHaveLength(1);
});

test("several stand one behind the other, none is no fault", () => {
  expect(readCertificates(joined(certificateOf({}), certificateOf({ key: 2 })))).toHaveLength(2);
  expect(readCertificates(bytes())).toStrictEqual([]);
});

test("the first version is written as nothing", () => {
  const [read] = readCertificates(certificate(serial, algorithm, name, validity, name, info));
  expect(read?.version).toBe(1);
});

test.each<[Uint8Array, string]>([
  [bytes(1), "malformed certificate"],
  [sequence(), "malformed tbs certificate"],
  [certificate(der(0xa0, der(2, bytes(3)))), "invalid version"],
  [certificate(der(0xa0, der(2, bytes(0xff)))), "malformed version"],
  [certificate(der(0xa0, der(2, bytes(1)), der(5))), "malformed version"],
  [certificate(), "malformed serial number"],
  [certificate(der(2, bytes(0xff))), "negative serial number"],
  [certificate(serial), "malformed signature algorithm identifier"],
  [sequence(sequence(serial, algorithm)), "malformed algorithm identifier"],
  [certificate(serial, sequence(identifier("1.2"))), "inner and outer signature algorithm identifiers don't match"],
  [certificate(serial, algorithm), "malformed issuer"],
  [certificate(serial, algorithm, name), "malformed validity"],
  [certificate(serial, algorithm, name, sequence()), "unsupported time format"],
  [certificate(serial, algorithm, name, validity, name), "malformed spki"],
  [certificate(serial, algorithm, name, validity, name, sequence()), "malformed public key algorithm identifier"],
  [certificate(serial, algorithm, name, validity, name, sequence(algorithm)), "malformed subjectPublicKey"],
  [sequence(sequence(serial, algorithm, name, validity, name, info), algorithm), "malformed signature"],
])("row %#: x509: %s", (raw, message) => {
  expect(() => readCertificates(raw)).toThrow(new X509Fault(`x509: ${message}`));
});

const extended = (...extensions: readonly Uint8Array[]): Uint8Array => certificateOf({ extensions });

test.each<[Uint8Array, string]>([
  [extended(authority, authority), 'certificate contains duplicate extension with OID "2.5.29.19"'],
  [extended(bytes(5, 0)), "malformed extension"],
  [extended(sequence()), "malformed extension OID field"],
  [extended(sequence(identifier("1.2"), der(1, bytes(1)))), "malformed extension critical field"],
  [extended(sequence(identifier("1.2"), der(5))), "malformed extension value field"],
  [extended(extension(15, bytes())), "invalid key usage"],
])("extensions, row %#: x509: %s", (raw, message) => {
  expect(() => readCertificates(raw)).toThrow(new X509Fault(`x509: ${message}`));
});

test("hostile bytes are refused, however deep or long", () => {
  let deep = bytes(5, 0);
  for (let level = 0; level < 500; level += 1) deep = sequence(deep);
  expect(() => readCertificates(deep)).toThrow(X509Fault);
  expect(() => readCertificates(new Uint8Array(1_000_000).fill(0x30))).toThrow(X509Fault);
});
