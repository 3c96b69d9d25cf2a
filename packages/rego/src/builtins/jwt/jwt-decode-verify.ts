import { objectEntries, property } from "../../value/collection.js";
import { compareNumbers, isNumber, numberFromText, numberText, type RegoNumber } from "../../value/number.js";
import { isArray, type ObjectValue, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import { type NamedKey, readKeys } from "../crypto/json-web-key.js";
import type { Operands } from "../operands.js";
import { encodeUtf8 } from "../text/utf8.js";
import { methodOf, verifySignature } from "./jwt-signature.js";
import {
  decodeSection,
  fieldsOf,
  type HeaderFields,
  headerOf,
  objectOf,
  payloadText,
  splitToken,
  type TokenSections,
} from "./jwt-token.js";

/** What a token has to satisfy. */
interface Constraints {
  keys: readonly NamedKey[] | undefined;
  secret: string;
  alg: string;
  iss: string;
  aud: string;
  /** Nanoseconds since 1970. */
  time: number | undefined;
}

/** True with header and payload when the token satisfies the constraints; false with empty objects when not. */
export function decodeAndVerify(operands: Operands, context: BuiltinContext): Value {
  const constraints = readConstraints(operands.object(2), operands, context);
  const verified = verifiedToken(operands.value(1), constraints, operands);
  if (verified === undefined || !satisfies(verified.payload, constraints, operands)) return [false, {}, {}];
  return [true, verified.header, verified.payload];
}

function readConstraints(object: ObjectValue, operands: Operands, context: BuiltinContext): Constraints {
  const constraints: Constraints = { keys: undefined, secret: "", alg: "", iss: "", aud: "", time: undefined };
  for (const [name, value] of objectEntries(object)) {
    if (name === "cert") constraints.keys = certificateKeys(value, operands);
    else if (name === "time") constraints.time = timeOf(value, operands);
    else if (name === "secret" || name === "alg" || name === "iss" || name === "aud") {
      if (typeof value !== "string") throw operands.fault(`${name} constraint: must be a string`);
      constraints[name] = value;
    } else throw operands.fault(`unknown token validation constraint: ${String(name)}`);
  }
  if (constraints.keys !== undefined && constraints.secret !== "") throw operands.fault("duplicate key constraints");
  if (constraints.keys === undefined && constraints.secret === "") throw operands.fault("no key constraint");
  if (constraints.time === undefined && context.now !== undefined) constraints.time = Number(context.now());
  return constraints;
}

function certificateKeys(value: Value, operands: Operands): readonly NamedKey[] {
  if (typeof value !== "string") throw operands.fault("cert constraint: must be a string");
  const reading = readKeys(value);
  if (!reading.ok) throw operands.fault(reading.message);
  return reading.keys;
}

function timeOf(value: Value, operands: Operands): number {
  if (!isNumber(value)) throw operands.fault("token time constraint: must be a number");
  const time = Number(numberText(value));
  if (!Number.isFinite(time)) throw operands.fault("token time constraint: unvalid float64");
  if (time < 0) throw operands.fault("token time constraint: must not be negative");
  return time;
}

interface Verified {
  readonly header: ObjectValue;
  readonly payload: ObjectValue;
}

/** A token whose content is a token is verified again inside, down to one with claims. */
function verifiedToken(token: Value, constraints: Constraints, operands: Operands): Verified | undefined {
  for (let current = token; ; ) {
    const sections = splitToken(current, operands);
    const header = headerOf(sections, operands);
    const fields = fieldsOf(header, operands);
    if (!fields.isValid || (constraints.alg !== "" && constraints.alg !== fields.algorithm)) return undefined;
    if (!isSigned(sections, fields, constraints, operands)) return undefined;
    const text = payloadText(sections, operands);
    if (fields.contentType.toUpperCase() !== "JWT") return { header, payload: objectOf(text, "", operands) };
    current = text;
  }
}

function isSigned(
  sections: TokenSections,
  fields: HeaderFields,
  constraints: Constraints,
  operands: Operands,
): boolean {
  const signature = decodeSection(sections.signature, "", operands);
  const method = methodOf(fields.algorithm);
  if (method === undefined) return false;
  const message = encodeUtf8(`${sections.header}.${sections.payload}`);
  const { keys } = constraints;
  if (keys === undefined) {
    return verifySignature(method, { kind: "secret", bytes: encodeUtf8(constraints.secret) }, message, signature);
  }
  const named = fields.keyId === "" ? undefined : keys.find(({ id }) => id === fields.keyId);
  const tried = keys.filter(({ algorithm }) => algorithm === "" || algorithm === fields.algorithm);
  return (named === undefined ? tried : [named]).some(({ key }) => verifySignature(method, key, message, signature));
}

function satisfies(payload: ObjectValue, constraints: Constraints, operands: Operands): boolean {
  if (constraints.iss !== "" && property(payload, "iss") !== constraints.iss) return false;
  if (!isAudience(property(payload, "aud"), constraints.aud)) return false;
  const [expiry, start] = [claimedTime("exp", payload, operands), claimedTime("nbf", payload, operands)];
  if (expiry === undefined && start === undefined) return true;
  if (constraints.time === undefined) throw operands.fault("needs a clock: pass `now`");
  const now = numberFromText(String(constraints.time / 1e9));
  if (expiry !== undefined && compareNumbers(now, expiry) >= 0) return false;
  return start === undefined || compareNumbers(now, start) >= 0;
}

/** A token that names audiences wants one of them; without any it wants none. */
function isAudience(claimed: Value | undefined, wanted: string): boolean {
  if (claimed === undefined) return wanted === "";
  return isArray(claimed) ? claimed.includes(wanted) : claimed === wanted;
}

function claimedTime(name: string, payload: ObjectValue, operands: Operands): RegoNumber | undefined {
  const value = property(payload, name);
  if (value === undefined || isNumber(value)) return value;
  throw operands.fault(`${name} value must be a number`);
}
