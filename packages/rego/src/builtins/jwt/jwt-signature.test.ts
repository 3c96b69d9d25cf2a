import { expect, test } from "vitest";
import { encodeUtf8 } from "../text/utf8.js";
import { methodOf, signMessage, verifySignature } from "./jwt-signature.js";

const secret = { kind: "secret", bytes: encodeUtf8("a secret") } as const;
const message = encodeUtf8("a message");

test("algorithms have a kind and a hash", () => {
  expect([methodOf("PS384")?.kind, methodOf("PS384")?.hash.outputLen]).toStrictEqual(["pss", 48]);
  expect(methodOf("EdDSA")?.kind).toBe("edwards");
  expect(["none", "XS256", "RS128", ""].map(methodOf)).toStrictEqual([undefined, undefined, undefined, undefined]);
});

test("a key of another kind neither signs nor verifies", () => {
  const named = { key: secret, algorithm: "", id: "", secret: undefined };
  for (const algorithm of ["RS256", "PS256", "ES256", "EdDSA"]) {
    const method = methodOf(algorithm);
    if (method === undefined) throw new Error(algorithm);
    expect(verifySignature(method, secret, message, new Uint8Array(64))).toBe(false);
    expect(signMessage(method, named, message, () => new Uint8Array())).toBeUndefined();
    expect(signMessage(method, { ...named, secret: message }, message, () => new Uint8Array())).toBeUndefined();
  }
});

test("malformed points and signatures are not valid", () => {
  const method = methodOf("ES256");
  const key = { kind: "elliptic", curve: "P-256", point: Uint8Array.of(4, 1) } as const;
  expect(method && verifySignature(method, key, message, new Uint8Array(3))).toBe(false);
});
