import { describe, expect, test } from "vitest";
import { isKnownAlgorithm, readJsonKeys, readKeys } from "./json-web-key.js";
import { ellipticCertificate, ellipticKey, rsaKey, rsaPublicKey, secretKey } from "./test-keys.js";

test("certificates, public keys, keys and sets of keys are read", () => {
  const counts = [
    ellipticCertificate,
    rsaPublicKey,
    JSON.stringify(rsaKey),
    JSON.stringify({ keys: [ellipticKey, secretKey] }),
  ].map((text) => {
    const reading = readKeys(text);
    return reading.ok ? reading.keys.length : reading.message;
  });
  expect(counts).toStrictEqual([1, 1, 1, 2]);
});

test("keys for algorithms that are not known are left out", () => {
  const reading = readJsonKeys(
    JSON.stringify({
      keys: [
        { ...secretKey, alg: "A128KW" },
        { ...secretKey, kid: "x" },
      ],
    }),
    "",
  );
  expect(reading.ok && reading.keys.map(({ id }) => id)).toStrictEqual(["x"]);
  expect([isKnownAlgorithm("EdDSA"), isKnownAlgorithm("none")]).toStrictEqual([true, false]);
});

describe("faults have OPA's words", () => {
  test.each([
    [
      "x",
      "failed to parse a JWK key (set): jwk.ParseString: failed to parse string: jwk.Parse: failed to parse sole key: jwk.ParseKey: jwk.Parse: failed to probe data: probe: failed to unmarshal data: invalid character 'x' looking for beginning of value",
    ],
    [
      "{}",
      "failed to parse a JWK key (set): jwk.ParseString: failed to parse string: jwk.Parse: failed to parse sole key: jwk.ParseKey: invalid key type from JSON ()",
    ],
    [`${rsaPublicKey}x`, "extra data after a PEM certificate block"],
    [
      "-----BEGIN CERTIFICATE-----\nYQ==\n-----END CERTIFICATE-----",
      "failed to parse a PEM certificate: x509: malformed certificate",
    ],
    ["-----BEGIN FOO-----\nYQ==\n-----END FOO-----", "failed to extract a Key from the PEM certificate"],
  ])("row %#", (text, message) => {
    expect(readKeys(text)).toStrictEqual({ ok: false, message });
  });

  test.each([
    { kty: "oct" },
    { kty: "RSA", n: "AQ" },
    { kty: "EC", crv: "P-256", x: "AQ" },
    { kty: "OKP", crv: "X25519", x: "AQ" },
  ])("%j lacks something", (key) => {
    expect(readJsonKeys(JSON.stringify(key), "").ok).toBe(false);
  });
});
