import { expect, test } from "vitest";
import { readUri } from "../encoding/uri-reference.js";
import { type AwsRequest, awsHeaders } from "./aws-signature.js";

const credentials = { accessKey: "KEY", secretKey: "SECRET", sessionToken: "", region: "us-east-1", service: "ec2" };

function requestOf(changes: Partial<AwsRequest>): AwsRequest {
  const reading = readUri("https://example.com/");
  if (!reading.ok) throw new Error(reading.message);
  const blank = { method: "get", uri: reading.uri, headers: new Map<string, string>(), body: "" };
  return { ...blank, moment: "20151228T140825Z", signsPayload: true, ...changes };
}

test("the headers that are signed are named, but for those that change on the way", () => {
  const headers = new Map([
    ["Foo", "bar"],
    ["User-Agent", "x"],
  ]);
  const added = awsHeaders(requestOf({ headers }), credentials);
  expect([...added.keys()]).toStrictEqual(["Authorization", "host", "x-amz-date"]);
  expect(added.get("Authorization")).toContain("SignedHeaders=foo;host;x-amz-date,");
});

test("storage wants the hash of the payload, or a word that there is none", () => {
  const storage = { ...credentials, service: "s3" };
  expect(awsHeaders(requestOf({ body: "x" }), storage).get("x-amz-content-sha256")).toHaveLength(64);
  expect(awsHeaders(requestOf({ signsPayload: false }), storage).get("x-amz-content-sha256")).toBe("UNSIGNED-PAYLOAD");
});

test("a session has its token in a header", () => {
  const session = { ...credentials, sessionToken: "TOKEN" };
  expect(awsHeaders(requestOf({}), session).get("x-amz-security-token")).toBe("TOKEN");
});
