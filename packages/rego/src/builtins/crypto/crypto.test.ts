import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { cryptoBuiltins } from "./crypto.js";

describe("digests are those of the UTF-8 bytes", () => {
  test.each<[string, readonly Value[], string]>([
    ["crypto.md5", ["héllo"], '"be50e8478cf24ff3595bc7307fb91b50"'],
    ["crypto.sha1", [""], '"da39a3ee5e6b4b0d3255bfef95601890afd80709"'],
    ["crypto.sha256", ["abc"], '"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"'],
    ["crypto.hmac.md5", ["message", "key"], '"4e4748e62b463521f6775fbf921234b5"'],
    ["crypto.hmac.sha1", ["message", "key"], '"2088df74d5f2146b48146caf4965377e9d0be3a4"'],
    ["crypto.hmac.sha256", ["message", "kéy"], '"979718b1105f9eae77613d64c470365a1bc4f984ba73bb1d568936992620162a"'],
    [
      "crypto.hmac.sha512",
      ["message", ""],
      '"08fce52f6395d59c2a3fb8abb281d74ad6f112b9a9c787bcea290d94dadbc82b2ca3e5e12bf2277c7fedbb0154d5493e41bb7459f63c8e39554ea3651b812492"',
    ],
    ["crypto.hmac.equal", ["a", "a"], "true"],
    ["crypto.hmac.equal", ["a", "b"], "false"],
    ["crypto.md5", [1], "eval_type_error: crypto.md5: operand 1 must be string but got number"],
    ["crypto.hmac.sha256", ["a", 1], "eval_type_error: crypto.hmac.sha256: operand 2 must be string but got number"],
    ["crypto.hmac.equal", [null, "a"], "eval_type_error: crypto.hmac.equal: operand 1 must be string but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(cryptoBuiltins, name, operands)).toBe(expected);
  });
});
