import { expect, test } from "vitest";
import { readPem } from "./pem.js";
import { certificateKeyOf, publicKeyOf } from "./public-key.js";
import { edwardsPublicKey, ellipticCertificate, rsaPublicKey } from "./test-keys.js";

const bytesOf = (text: string): Uint8Array => readPem(text)?.bytes ?? new Uint8Array();

test("keys of the kinds that tokens are signed with", () => {
  expect(publicKeyOf(bytesOf(rsaPublicKey))).toMatchObject({ kind: "rsa", key: { exponent: 65537n } });
  expect(publicKeyOf(bytesOf(edwardsPublicKey))).toMatchObject({ kind: "edwards" });
  expect(certificateKeyOf(bytesOf(ellipticCertificate))).toMatchObject({ kind: "elliptic", curve: "P-256" });
});

test("other bytes have no key", () => {
  expect(publicKeyOf(Uint8Array.of(1, 2, 3))).toBeUndefined();
  expect(publicKeyOf(bytesOf(ellipticCertificate))).toBeUndefined();
  expect(certificateKeyOf(bytesOf(rsaPublicKey))).toBeUndefined();
  expect(certificateKeyOf(new Uint8Array())).toBeUndefined();
});
