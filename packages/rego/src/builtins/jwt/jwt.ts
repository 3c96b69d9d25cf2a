import { property } from "../../value/collection.js";
import type { Value } from "../../value/value.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { readKeys } from "../crypto/json-web-key.js";
import { toHex } from "../encoding/hex.js";
import { heavy } from "../heavy.js";
import { Operands } from "../operands.js";
import { encodeUtf8 } from "../text/utf8.js";
import { decodeAndVerify } from "./jwt-decode-verify.js";
import { encodeAndSign, encodeAndSignRaw } from "./jwt-sign.js";
import { methodOf, verifySignature } from "./jwt-signature.js";
import { decodeSection, fieldsOf, headerOf, objectOf, payloadText, splitToken } from "./jwt-token.js";

/** Builtins of JSON web tokens. */
export const jwtBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("io.jwt.decode", decode),
  /* @__PURE__ */ heavy("io.jwt.decode_verify", decodeAndVerify),
  /* @__PURE__ */ heavy("io.jwt.encode_sign", encodeAndSign),
  /* @__PURE__ */ heavy("io.jwt.encode_sign_raw", encodeAndSignRaw),
  /* @__PURE__ */ heavy("io.jwt.verify_rs256", (operands) => verify("RS256", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_rs384", (operands) => verify("RS384", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_rs512", (operands) => verify("RS512", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_ps256", (operands) => verify("PS256", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_ps384", (operands) => verify("PS384", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_ps512", (operands) => verify("PS512", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_es256", (operands) => verify("ES256", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_es384", (operands) => verify("ES384", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_es512", (operands) => verify("ES512", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_eddsa", (operands) => verify("EdDSA", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_hs256", (operands) => verifySecret("HS256", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_hs384", (operands) => verifySecret("HS384", operands)),
  /* @__PURE__ */ heavy("io.jwt.verify_hs512", (operands) => verifySecret("HS512", operands)),
];

/** Header, payload and signature; a token inside a token is decoded instead. */
function decode(operands: Operands): Value {
  const sections = splitToken(operands.value(1), operands);
  const header = headerOf(sections, operands);
  const text = payloadText(sections, operands);
  if (property(header, "cty") === "JWT")
    return decode(new Operands(operands.name, [text.replace(/^["']+|["']+$/g, "")]));
  const payload = objectOf(text, "", operands);
  return [header, payload, toHex(decodeSection(sections.signature, "JWT signature had invalid encoding: ", operands))];
}

/** A key that the header names is the only one tried; others are tried unless they are for another algorithm. */
function verify(algorithm: string, operands: Operands): boolean {
  const sections = splitToken(operands.value(1), operands);
  const reading = readKeys(operands.string(2));
  if (!reading.ok) throw operands.fault(reading.message);
  const signature = decodeSection(sections.signature, "", operands);
  const fields = fieldsOf(headerOf(sections, operands), operands);
  const message = encodeUtf8(`${sections.header}.${sections.payload}`);
  const named = fields.keyId === "" ? undefined : reading.keys.find((key) => key.id === fields.keyId);
  const tried = reading.keys.filter((key) => key.algorithm === "" || key.algorithm === fields.algorithm);
  const method = methodOf(algorithm);
  return (named === undefined ? tried : [named]).some(
    ({ key }) => method !== undefined && verifySignature(method, key, message, signature),
  );
}

function verifySecret(algorithm: string, operands: Operands): boolean {
  operands.string(1);
  const bytes = encodeUtf8(operands.string(2));
  const sections = splitToken(operands.value(1), operands);
  const signature = decodeSection(sections.signature, "", operands);
  const message = encodeUtf8(`${sections.header}.${sections.payload}`);
  const method = methodOf(algorithm);
  return method !== undefined && verifySignature(method, { kind: "secret", bytes }, message, signature);
}
