import { hmac } from "@noble/hashes/hmac";
import { md5, sha1 } from "@noble/hashes/legacy";
import { sha256, sha512 } from "@noble/hashes/sha2";
import type { CHash } from "@noble/hashes/utils";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { toHex } from "../encoding/hex.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { encodeUtf8 } from "../text/utf8.js";

/** Builtins of digests, which are hexadecimal. */
export const cryptoBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("crypto.md5", (operands, context) => digest(md5, operands, context)),
  /* @__PURE__ */ heavy("crypto.sha1", (operands, context) => digest(sha1, operands, context)),
  /* @__PURE__ */ heavy("crypto.sha256", (operands, context) => digest(sha256, operands, context)),
  /* @__PURE__ */ heavy("crypto.hmac.md5", (operands, context) => authenticate(md5, operands, context)),
  /* @__PURE__ */ heavy("crypto.hmac.sha1", (operands, context) => authenticate(sha1, operands, context)),
  /* @__PURE__ */ heavy("crypto.hmac.sha256", (operands, context) => authenticate(sha256, operands, context)),
  /* @__PURE__ */ heavy("crypto.hmac.sha512", (operands, context) => authenticate(sha512, operands, context)),
  /* @__PURE__ */ heavy("crypto.hmac.equal", (operands) => operands.string(1) === operands.string(2)),
];

const digest = (hash: CHash, operands: Operands, context: BuiltinContext): string =>
  toHex(hash(charged(operands.string(1), context)));

function authenticate(hash: CHash, operands: Operands, context: BuiltinContext): string {
  const [message, key] = [operands.string(1), operands.string(2)];
  return toHex(hmac(hash, encodeUtf8(key), charged(message, context)));
}

function charged(text: string, context: BuiltinContext): Uint8Array {
  context.charge(Math.ceil(text.length / 16));
  return encodeUtf8(text);
}
