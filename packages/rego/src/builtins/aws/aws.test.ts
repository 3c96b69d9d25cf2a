import { describe, expect, test } from "vitest";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { awsBuiltins } from "./aws.js";

describe("requests are signed", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1" },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        1451311705000000000n,
      ],
      '{"headers": {"Authorization": "AWS4-HMAC-SHA256 Credential=KEY/20151228/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=e9d67f05b8bbd27fa06daabf35cd1291d9b46611d6aa8ced5d2a52be8ed30e8e", "host": "example.com", "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "x-amz-date": "20151228T140825Z"}, "method": "get", "url": "http://example.com/a b?q=1"}',
    ],
    [
      "providers.aws.sign_req",
      [
        {
          method: "get",
          url: "http://example.com/a b?q=1",
          headers: { Foo: "bar", "user-agent": "x" },
          body: { a: new RegoSet([1, 2]) },
        },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        0,
      ],
      '{"body": {"a": {1, 2}}, "headers": {"Authorization": "AWS4-HMAC-SHA256 Credential=KEY/19700101/us-east-1/s3/aws4_request,SignedHeaders=foo;host;x-amz-content-sha256;x-amz-date,Signature=c27e23da20a291fbf837bba61df4a0e6a2191f991a81ff9357d628a3432d6d77", "Foo": "bar", "host": "example.com", "user-agent": "x", "x-amz-content-sha256": "01530d164d479cf08e26d3b1ad9bdba927120d97e2d057a6d792db778780d720", "x-amz-date": "19700101T000000Z"}, "method": "get", "url": "http://example.com/a b?q=1"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1", raw_body: "x", body: 1 },
        {
          aws_access_key: "KEY",
          aws_secret_access_key: "SECRET",
          aws_service: "ec2",
          aws_region: "us-east-1",
          aws_session_token: "TOKEN",
        },
        0,
      ],
      '{"body": 1, "headers": {"Authorization": "AWS4-HMAC-SHA256 Credential=KEY/19700101/us-east-1/ec2/aws4_request,SignedHeaders=host;x-amz-date;x-amz-security-token,Signature=84239bcca837c93a26f27a0b3adc02ad237c65894927a40e2fd979e68de7261a", "host": "example.com", "x-amz-date": "19700101T000000Z", "x-amz-security-token": "TOKEN"}, "method": "get", "raw_body": "x", "url": "http://example.com/a b?q=1"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1" },
        {
          aws_access_key: "KEY",
          aws_secret_access_key: "SECRET",
          aws_service: "s3",
          aws_region: "us-east-1",
          disable_payload_signing: true,
        },
        0,
      ],
      '{"headers": {"Authorization": "AWS4-HMAC-SHA256 Credential=KEY/19700101/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=9b807f2e832f5ed996d864132c7de7a970a177cb3412a71f354eaa0d47f64e18", "host": "example.com", "x-amz-content-sha256": "UNSIGNED-PAYLOAD", "x-amz-date": "19700101T000000Z"}, "method": "get", "url": "http://example.com/a b?q=1"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1", headers: { "x-amz-content-sha256": "old" } },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        0,
      ],
      '{"headers": {"Authorization": "AWS4-HMAC-SHA256 Credential=KEY/19700101/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=459577f30931189396f8a2da812a9ba488646569361a516e66291c456e873185", "host": "example.com", "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "x-amz-date": "19700101T000000Z"}, "method": "get", "url": "http://example.com/a b?q=1"}',
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(awsBuiltins, name, operands)).toBe(expected);
  });
});

describe("operands are checked", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "providers.aws.sign_req",
      [1, { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" }, 0],
      "eval_type_error: providers.aws.sign_req: operand 1 must be object but got number",
    ],
    [
      "providers.aws.sign_req",
      [{ method: "get", url: "http://example.com/a b?q=1" }, 1, 0],
      "eval_type_error: providers.aws.sign_req: operand 1 must be object but got number",
    ],
    [
      "providers.aws.sign_req",
      [{ method: "get", url: "http://example.com/a b?q=1" }, {}, 0],
      'eval_type_error: providers.aws.sign_req: operand 2 missing required AWS config parameters(s): {"aws_access_key", "aws_region", "aws_secret_access_key", "aws_service"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1" },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: 1 },
        0,
      ],
      'eval_type_error: providers.aws.sign_req: operand 2 invalid values for required AWS config parameters(s): {"aws_region"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1" },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        "x",
      ],
      "eval_type_error: providers.aws.sign_req: operand 1 must be number but got string",
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1" },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        1.5,
      ],
      "eval_type_error: providers.aws.sign_req: operand 3 could not convert time_ns value into a unix timestamp",
    ],
    [
      "providers.aws.sign_req",
      [{}, { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" }, 0],
      'eval_type_error: providers.aws.sign_req: operand 1 missing required request parameters(s): {"method", "url"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1", foo: 1 },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        0,
      ],
      'eval_type_error: providers.aws.sign_req: operand 1 invalid request parameters(s): {"foo"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: 1, url: 2 },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        0,
      ],
      'eval_type_error: providers.aws.sign_req: operand 1 invalid values for required request parameters(s): {"method", "url"}',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1", headers: 1 },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        0,
      ],
      "eval_type_error: providers.aws.sign_req: operand 0 must be object but got number",
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "://x" },
        { aws_access_key: "KEY", aws_secret_access_key: "SECRET", aws_service: "s3", aws_region: "us-east-1" },
        0,
      ],
      'eval_builtin_error: providers.aws.sign_req: parse "://x": missing protocol scheme',
    ],
    [
      "providers.aws.sign_req",
      [
        { method: "get", url: "http://example.com/a b?q=1" },
        {
          aws_access_key: "KEY",
          aws_secret_access_key: "SECRET",
          aws_service: "s3",
          aws_region: "us-east-1",
          disable_payload_signing: "x",
        },
        0,
      ],
      "eval_type_error: providers.aws.sign_req: operand 2 invalid value for 'disable_payload_signing' in AWS config",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(awsBuiltins, name, operands)).toBe(expected);
  });
});
