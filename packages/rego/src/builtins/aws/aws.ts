import { integerOf } from "../../value/arithmetic.js";
import { objectEntries, property } from "../../value/collection.js";
import { jsonText } from "../../value/json-text.js";
import { isIntegerText } from "../../value/number.js";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import { toText } from "../../value/text.js";
import { typeNameOf } from "../../value/type-name.js";
import { isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { readUri } from "../encoding/uri-reference.js";
import { heavy } from "../heavy.js";
import { checkRequestKeys } from "../net/network.js";
import type { Operands } from "../operands.js";
import { formatTime } from "../time/time-format.js";
import { utc, wallClock } from "../time/time-zone.js";
import { type AwsCredentials, awsHeaders } from "./aws-signature.js";

/** The builtin that signs requests to AWS, version 4. */
export const awsBuiltins: readonly BuiltinDefinition[] = [/* @__PURE__ */ heavy("providers.aws.sign_req", signRequest)];

function signRequest(operands: Operands): Value {
  const request = operands.object(1);
  const credentials = credentialsOf(operands);
  const moment = momentOf(operands);
  checkRequestKeys(request, operands);
  const headers = headersOf(request, operands);
  const [method, url] = requiredTexts(request, operands);
  const reading = readUri(url);
  if (!reading.ok) throw operands.fault(reading.message);
  const signsPayload = payloadOption(operands);
  const signed = awsHeaders(
    { method, uri: reading.uri, headers, body: bodyOf(request), moment, signsPayload },
    credentials,
  );
  return new RegoObject([...objectEntries(request), ["headers", new RegoObject([...headers, ...signed])]]);
}

const required = ["aws_access_key", "aws_region", "aws_secret_access_key", "aws_service"];

function credentialsOf(operands: Operands): AwsCredentials {
  const config = operands.value(2);
  // OPA numbers this operand 1 here.
  if (!isObjectValue(config)) throw operands.mismatch(1, config, "object");
  const missing = required.filter((name) => property(config, name) === undefined);
  if (missing.length > 0)
    throw operands.typeFault(`operand 2 missing required AWS config parameters(s): ${setText(missing)}`);
  const wrong = required.filter((name) => typeof property(config, name) !== "string");
  if (wrong.length > 0)
    throw operands.typeFault(`operand 2 invalid values for required AWS config parameters(s): ${setText(wrong)}`);
  return {
    accessKey: textOf(config, "aws_access_key"),
    secretKey: textOf(config, "aws_secret_access_key"),
    sessionToken: textOf(config, "aws_session_token"),
    region: textOf(config, "aws_region"),
    service: textOf(config, "aws_service"),
  };
}

const setText = (names: readonly string[]): string => toText(new RegoSet(names));

function textOf(object: ObjectValue, name: string): string {
  const value = property(object, name);
  return typeof value === "string" ? value : "";
}

function momentOf(operands: Operands): string {
  const number = operands.value(3);
  if (typeNameOf(number) !== "number") throw operands.mismatch(1, number, "number");
  const value = operands.number(3);
  const instant = isIntegerText(value) ? integerOf(value) : undefined;
  if (instant === undefined || BigInt.asIntN(64, instant) !== instant) {
    throw operands.typeFault("operand 3 could not convert time_ns value into a unix timestamp");
  }
  return formatTime({ time: wallClock(instant, utc), offset: 0, abbreviation: "UTC" }, "20060102T150405Z");
}

function headersOf(request: ObjectValue, operands: Operands): ReadonlyMap<string, string> {
  const headers = property(request, "headers") ?? {};
  if (!isObjectValue(headers)) throw operands.mismatch(0, headers, "object");
  return new Map(
    Array.from(objectEntries(headers), ([key, value]) => [String(key), typeof value === "string" ? value : ""]),
  );
}

function requiredTexts(request: ObjectValue, operands: Operands): readonly [string, string] {
  const wrong = ["method", "url"].filter((name) => typeof property(request, name) !== "string");
  if (wrong.length > 0)
    throw operands.typeFault(`operand 1 invalid values for required request parameters(s): ${setText(wrong)}`);
  return [textOf(request, "method"), textOf(request, "url")];
}

/** The raw body outweighs the body, which is a value. */
function bodyOf(request: ObjectValue): string {
  if (property(request, "raw_body") !== undefined) return textOf(request, "raw_body");
  const body = property(request, "body");
  return body === undefined ? "" : jsonText(body);
}

function payloadOption(operands: Operands): boolean {
  const value = property(operands.object(2), "disable_payload_signing") ?? false;
  if (typeof value === "boolean") return !value;
  throw operands.typeFault("operand 2 invalid value for 'disable_payload_signing' in AWS config");
}
