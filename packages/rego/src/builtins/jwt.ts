import { property } from "../value/collection.js";
import type { Value } from "../value/value.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { toHex } from "./hex.js";
import { readKeys } from "./json-web-key.js";
import { decodeAndVerify } from "./jwt-decode-verify.js";
import { encodeAndSign, encodeAndSignRaw } from "./jwt-sign.js";
import { methodOf, type SignatureMethod, verifySignature } from "./jwt-signature.js";
import { decodeSection, fieldsOf, headerOf, objectOf, payloadText, splitToken } from "./jwt-token.js";
import { Operands } from "./operands.js";
import { encodeUtf8 } from "./utf8.js";

const object = "object[any: any]";
const named = "object[string: any]";

/** Builtins of JSON web tokens. */
export const jwtBuiltins: readonly BuiltinDefinition[] = [
  { name: "io.jwt.decode", signature: `jwt: string -> output: [${object}, ${object}, string]`, call: decode },
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"].map(verifier),
  ...["HS256", "HS384", "HS512"].map(secretVerifier),
  {
    name: "io.jwt.decode_verify",
    signature: `jwt: string, constraints: ${named} -> output: [boolean, ${object}, ${object}]`,
    call: decodeAndVerify,
  },
  {
    name: "io.jwt.encode_sign",
    signature: `headers: ${named}, payload: ${named}, key: ${named} -> output: string`,
    call: encodeAndSign,
  },
  {
    name: "io.jwt.encode_sign_raw",
    signature: "headers: string, payload: string, key: string -> output: string",
    call: encodeAndSignRaw,
  },
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

function verifier(algorithm: string): BuiltinDefinition {
  return {
    name: `io.jwt.verify_${algorithm.toLowerCase()}`,
    signature: "jwt: string, certificate: string -> result: boolean",
    call: (operands) => verify(algorithm, operands),
  };
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

function secretVerifier(algorithm: string): BuiltinDefinition {
  return {
    name: `io.jwt.verify_${algorithm.toLowerCase()}`,
    signature: "jwt: string, secret: string -> result: boolean",
    call: (operands) => verifySecret(methodOf(algorithm), operands),
  };
}

function verifySecret(method: SignatureMethod | undefined, operands: Operands): boolean {
  operands.string(1);
  const bytes = encodeUtf8(operands.string(2));
  const sections = splitToken(operands.value(1), operands);
  const signature = decodeSection(sections.signature, "", operands);
  const message = encodeUtf8(`${sections.header}.${sections.payload}`);
  return method !== undefined && verifySignature(method, { kind: "secret", bytes }, message, signature);
}
