import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { compareText } from "../../value/text-order.js";
import { toHex } from "../encoding/hex.js";
import type { UriReference } from "../encoding/uri-reference.js";
import { encodeUtf8 } from "../text/utf8.js";

/** What AWS knows a caller by. */
export interface AwsCredentials {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken: string;
  readonly region: string;
  readonly service: string;
}

/** A request to be signed; header names as written. */
export interface AwsRequest {
  readonly method: string;
  readonly uri: UriReference;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** The moment of signing: `20151228T140825Z`. */
  readonly moment: string;
  readonly signsPayload: boolean;
}

/** Headers that change on the way and are not signed. */
const ignoredHeaders = new Set(["authorization", "user-agent", "x-amzn-trace-id"]);

/** The headers that a signature of version 4 adds. */
export function awsHeaders(request: AwsRequest, credentials: AwsCredentials): ReadonlyMap<string, string> {
  const payloadHash = hashOfPayload(request, credentials);
  const own = new Map([
    ["host", request.uri.host],
    ["x-amz-date", request.moment],
  ]);
  const wantsHash = !request.signsPayload || credentials.service === "s3" || credentials.service === "glacier";
  if (wantsHash) own.set("x-amz-content-sha256", payloadHash);
  if (credentials.sessionToken !== "") own.set("x-amz-security-token", credentials.sessionToken);
  const signed = new Map(own);
  for (const [name, value] of request.headers) {
    const lower = name.toLowerCase();
    if (!ignoredHeaders.has(lower)) signed.set(lower, value);
  }
  return new Map([["Authorization", authorization(request, credentials, signed, payloadHash)], ...own]);
}

const hashOfText = (text: string): string => toHex(sha256(encodeUtf8(text)));

function hashOfPayload(request: AwsRequest, { service }: AwsCredentials): string {
  const isUnsigned =
    !request.signsPayload && (service === "s3" || service === "glacier" || service === "s3-object-lambda");
  return isUnsigned ? "UNSIGNED-PAYLOAD" : hashOfText(request.body);
}

function authorization(
  request: AwsRequest,
  credentials: AwsCredentials,
  signed: ReadonlyMap<string, string>,
  payloadHash: string,
): string {
  const names = [...signed.keys()].sort(compareText);
  const headers = names.map((name) => `${name}:${signed.get(name) ?? ""}\n`).join("");
  const { method, uri, moment } = request;
  const canonical = [method, uri.escapedPath, uri.rawQuery, headers, names.join(";"), payloadHash].join("\n");
  const scope = [moment.slice(0, 8), credentials.region, credentials.service, "aws4_request"];
  const message = ["AWS4-HMAC-SHA256", moment, scope.join("/"), hashOfText(canonical)].join("\n");
  const key = scope.reduce(
    (secret, part) => hmac(sha256, secret, encodeUtf8(part)),
    encodeUtf8(`AWS4${credentials.secretKey}`),
  );
  const signature = toHex(hmac(sha256, key, encodeUtf8(message)));
  return `AWS4-HMAC-SHA256 Credential=${credentials.accessKey}/${scope.join("/")},SignedHeaders=${names.join(";")},Signature=${signature}`;
}
