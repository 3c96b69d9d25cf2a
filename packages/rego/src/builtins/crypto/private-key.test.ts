import { expect, test } from "vitest";
import { readPrivateKeys } from "./private-key.js";
import {
  edwardsPrivateKey,
  ellipticPrivateKey,
  rsaPrivateKey,
  wrappedEllipticPrivateKey,
  wrappedRsaPrivateKey,
} from "./test-keys.js";
import { X509Fault } from "./x509-fault.js";

test("a key is the same in each format", () => {
  expect(readPrivateKeys(wrappedRsaPrivateKey)).toEqual(readPrivateKeys(rsaPrivateKey));
  expect(readPrivateKeys(wrappedEllipticPrivateKey)).toEqual(readPrivateKeys(ellipticPrivateKey));
});

test("all keys of a text are read", () => {
  const keys = readPrivateKeys(`before\n${rsaPrivateKey}${ellipticPrivateKey}${edwardsPrivateKey}`);
  expect(keys.map((key) => key.kind)).toEqual(["rsa", "elliptic", "edwards"]);
});

test("the numbers of a key of RSA belong together", () => {
  const [key] = readPrivateKeys(rsaPrivateKey);
  if (key?.kind !== "rsa") throw new Error("no key");
  const [p, q] = key.primes;
  expect(p * q).toBe(key.modulus);
  expect((key.coefficient * q) % p).toBe(1n);
});

test("a block without a key is a fault", () => {
  expect(() => readPrivateKeys("-----BEGIN PRIVATE KEY-----\nYQ==\n-----END PRIVATE KEY-----")).toThrow(X509Fault);
});
