import { expect, test } from "vitest";
import { base64Of, bytes, certificateOf, der, identifier, pemOf, sequence } from "./test-certificates.js";
import { edwardsPrivateKey, ellipticCertificate, ellipticPrivateKey, wrappedRsaPrivateKey } from "./test-keys.js";
import { X509Fault } from "./x509-fault.js";
import { keyPairToJson } from "./x509-key-pair.js";

const wrapped = (algorithm: string, secret: Uint8Array): Uint8Array =>
  sequence(der(2, bytes(0)), sequence(identifier(algorithm)), der(4, secret));
const seed = der(4, new Uint8Array(32).fill(1));
const key = pemOf("PRIVATE KEY", wrapped("1.3.101.112", seed));
const certificate = pemOf("CERTIFICATE", certificateOf({}));

test("a pair is Go's structure for TLS", () => {
  expect(keyPairToJson(certificate, key)).toMatchObject({
    Certificate: [base64Of(certificateOf({}))],
    Leaf: { PublicKeyAlgorithm: 4 },
    OCSPStaple: null,
    SignedCertificateTimestamps: null,
    SupportedSignatureAlgorithms: null,
  });
});

test("certificates and keys come as PEM, as that in base64, or as what is inside", () => {
  const expected = keyPairToJson(certificate, key);
  const encode = (text: string): string => base64Of(new TextEncoder().encode(text));
  expect(keyPairToJson(encode(certificate), encode(key))).toStrictEqual(expected);
  expect(keyPairToJson(base64Of(certificateOf({})), base64Of(wrapped("1.3.101.112", seed)))).toStrictEqual(expected);
  expect(keyPairToJson(`${key}${certificate}`, `${certificate}${key}`)).toStrictEqual(expected);
});

test.each<[string, string, string]>([
  [certificate, edwardsPrivateKey, "tls: private key does not match public key"],
  [ellipticCertificate, ellipticPrivateKey, "tls: private key does not match public key"],
  [certificate, wrappedRsaPrivateKey, "tls: private key type does not match public key type"],
  [
    certificate,
    pemOf("PRIVATE KEY", wrapped("1.3.101.110", seed)),
    "tls: found unknown private key type in PKCS#8 wrapping",
  ],
  [certificate, pemOf("ENCRYPTED PRIVATE KEY", bytes(1)), "tls: failed to parse private key"],
  [certificate, certificate, "tls: found a certificate rather than a key in the PEM for the private key"],
  [certificate, "-----BEGIN X", "tls: failed to find any PEM data in key input"],
  [
    certificate,
    `${certificate}${certificate}`,
    'tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [CERTIFICATE CERTIFICATE]',
  ],
  ["-----BEGIN X", key, "tls: failed to find any PEM data in certificate input"],
  [
    key,
    key,
    "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched",
  ],
  [
    pemOf("X", bytes(1)),
    key,
    'tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [X]',
  ],
  [pemOf("CERTIFICATE", bytes()), key, "x509: malformed certificate"],
  [pemOf("CERTIFICATE", Uint8Array.from([...certificateOf({}), ...certificateOf({})])), key, "x509: trailing data"],
  ["!", key, "illegal base64 data at input byte 0"],
])("row %#: %s", (certificates, privateKey, message) => {
  expect(() => keyPairToJson(certificates, privateKey)).toThrow(new X509Fault(message));
});
