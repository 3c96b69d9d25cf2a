import { ed25519, x25519 } from "@noble/curves/ed25519";
import { numberFromBigInt } from "../../value/number.js";
import type { Value } from "../../value/value.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { decodeBase64, encodeBase64, standardAlphabet, urlAlphabet } from "../encoding/base64-coding.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { decodeUtf8 } from "../text/utf8.js";
import { bigIntegerOf, bytesOfInteger } from "./der.js";
import { type EllipticPrivateKey, type PrivateKey, type RsaPrivateKey, readPrivateKeys } from "./private-key.js";
import { joined } from "./rsa.js";
import { X509Fault } from "./x509-fault.js";

/** Builtins that read private keys: RSA, and the curves that tokens are signed with. */
export const privateKeyBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("crypto.x509.parse_rsa_private_key", parseKey),
  /* @__PURE__ */ heavy("crypto.parse_private_keys", parseKeys),
];

/** The first key as a JSON web key; null when there is none. */
function parseKey(operands: Operands): Value {
  const text = operands.string(1);
  if (text === "") throw operands.fault("input PEM data was empty");
  const [key] = keysIn(text.startsWith("-----BEGIN") ? text : decoded(text, operands), operands);
  if (key === undefined) return null;
  if (key.kind === "edwards") return octetWebKey("Ed25519", key.seed, ed25519.getPublicKey(key.seed));
  if (key.kind === "montgomery") return octetWebKey("X25519", key.secret, x25519.getPublicKey(key.secret));
  if (key.kind === "elliptic" && key.curve === "P-224")
    throw operands.fault(
      "jwk: failed to get algorithm for converting ECDSA private key to JWK: unknown elliptic curve",
    );
  return key.kind === "rsa" ? rsaWebKey(key) : ellipticWebKey(key);
}

function decoded(text: string, operands: Operands): string {
  const decoding = decodeBase64(text, standardAlphabet);
  if (!decoding.ok) throw operands.fault(decoding.message);
  return decodeUtf8(decoding.bytes);
}

/** All keys in the form of Go's structures. */
function parseKeys(operands: Operands): Value {
  const text = operands.string(1);
  if (text === "") return null;
  return keysIn(text, operands).map(structure);
}

function keysIn(text: string, operands: Operands): readonly PrivateKey[] {
  const decoding = decodeBase64(text, standardAlphabet);
  try {
    return readPrivateKeys(decoding.ok ? decodeUtf8(decoding.bytes) : text);
  } catch (fault) {
    if (fault instanceof X509Fault) throw operands.fault(fault.message);
    throw fault;
  }
}

/** A key in the form of Go's structure. */
export function structure(key: PrivateKey): Value {
  if (key.kind === "montgomery") return {};
  if (key.kind === "edwards") return encodeBase64(joined(key.seed, ed25519.getPublicKey(key.seed)), standardAlphabet);
  return key.kind === "rsa" ? rsaStructure(key) : ellipticStructure(key);
}

const base64 = (bytes: Uint8Array): string => encodeBase64(bytes, urlAlphabet).replace(/=+$/, "");

const integer = (value: bigint): string => base64(bytesOfInteger(value, Math.ceil(value.toString(16).length / 2)));

const rsaWebKey = ({ modulus, exponent, secret, primes, exponents, coefficient }: RsaPrivateKey): Value => ({
  d: integer(secret),
  dp: integer(exponents[0]),
  dq: integer(exponents[1]),
  e: integer(exponent),
  kty: "RSA",
  n: integer(modulus),
  p: integer(primes[0]),
  q: integer(primes[1]),
  qi: integer(coefficient),
});

const ellipticWebKey = ({ curve, secret, x, y }: EllipticPrivateKey): Value => ({
  crv: curve,
  d: base64(secret),
  kty: "EC",
  x: base64(x),
  y: base64(y),
});

const octetWebKey = (crv: string, secret: Uint8Array, point: Uint8Array): Value => ({
  crv,
  d: base64(secret),
  kty: "OKP",
  x: base64(point),
});

const rsaStructure = ({ modulus, exponent, secret, primes, exponents, coefficient }: RsaPrivateKey): Value => ({
  D: numberFromBigInt(secret),
  E: numberFromBigInt(exponent),
  N: numberFromBigInt(modulus),
  Precomputed: {
    CRTValues: [],
    Dp: numberFromBigInt(exponents[0]),
    Dq: numberFromBigInt(exponents[1]),
    Qinv: numberFromBigInt(coefficient),
  },
  Primes: primes.map(numberFromBigInt),
});

const ellipticStructure = ({ secret, x, y }: EllipticPrivateKey): Value => ({
  Curve: {},
  D: numberFromBigInt(bigIntegerOf(secret)),
  X: numberFromBigInt(bigIntegerOf(x)),
  Y: numberFromBigInt(bigIntegerOf(y)),
});
