import { hmac } from "@noble/hashes/hmac";
import { md5, sha1 } from "@noble/hashes/legacy";
import { sha256, sha512 } from "@noble/hashes/sha2";
import type { CHash } from "@noble/hashes/utils";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { toHex } from "./hex.js";
import type { Operands } from "./operands.js";
import { encodeUtf8 } from "./utf8.js";

const digestSignature = "x: string -> y: string";
const hmacSignature = "x: string, key: string -> y: string";

/** Builtins of digests, which are hexadecimal. */
export const cryptoBuiltins: readonly BuiltinDefinition[] = [
  { name: "crypto.md5", signature: digestSignature, call: digestBy(md5) },
  { name: "crypto.sha1", signature: digestSignature, call: digestBy(sha1) },
  { name: "crypto.sha256", signature: digestSignature, call: digestBy(sha256) },
  { name: "crypto.hmac.md5", signature: hmacSignature, call: authenticateBy(md5) },
  { name: "crypto.hmac.sha1", signature: hmacSignature, call: authenticateBy(sha1) },
  { name: "crypto.hmac.sha256", signature: hmacSignature, call: authenticateBy(sha256) },
  { name: "crypto.hmac.sha512", signature: hmacSignature, call: authenticateBy(sha512) },
  { name: "crypto.hmac.equal", signature: "mac1: string, mac2: string -> result: boolean", call: areEqual },
];

function digestBy(hash: CHash): BuiltinDefinition["call"] {
  return (operands, context) => toHex(hash(charged(operands.string(1), context)));
}

function authenticateBy(hash: CHash): BuiltinDefinition["call"] {
  return (operands, context) => {
    const [message, key] = [operands.string(1), operands.string(2)];
    return toHex(hmac(hash, encodeUtf8(key), charged(message, context)));
  };
}

function charged(text: string, context: BuiltinContext): Uint8Array {
  context.charge(Math.ceil(text.length / 16));
  return encodeUtf8(text);
}

function areEqual(operands: Operands): boolean {
  return operands.string(1) === operands.string(2);
}
