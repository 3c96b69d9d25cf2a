import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { base64Builtins } from "./base64.js";

describe("texts are encoded and decoded", () => {
  test.each<[string, readonly Value[], string]>([
    ["base64.encode", ["héllo"], '"aMOpbGxv"'],
    ["base64.encode", [""], '""'],
    ["base64.encode", ["a"], '"YQ=="'],
    ["base64.encode", ["ab"], '"YWI="'],
    ["base64.decode", ["YQ=="], '"a"'],
    ["base64.decode", ["YQ=\n="], '"a"'],
    ["base64.decode", ["w6k="], '"é"'],
    ["base64.decode", ["YR=="], '"a"'],
    ["base64url.encode", ["a?>é"], '"YT8-w6k="'],
    ["base64url.encode_no_pad", ["a"], '"YQ"'],
    ["base64url.decode", ["YQ"], '"a"'],
    ["base64url.decode", ["w6k"], '"é"'],
    ["base64url.decode", ["YQ=="], '"a"'],
    ["base64.decode", ["//8="], '"��"'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(base64Builtins, name, operands)).toBe(expected);
  });
});

describe("what is no base64 is a fault, or not valid", () => {
  test.each<[string, readonly Value[], string]>([
    ["base64.decode", ["!!"], "eval_builtin_error: base64.decode: illegal base64 data at input byte 0"],
    ["base64.is_valid", ["!!"], "false"],
    ["base64.decode", ["YQ"], "eval_builtin_error: base64.decode: illegal base64 data at input byte 0"],
    ["base64.is_valid", ["YQ"], "false"],
    ["base64.decode", ["Y"], "eval_builtin_error: base64.decode: illegal base64 data at input byte 0"],
    ["base64.is_valid", ["Y"], "false"],
    ["base64.decode", ["YQ="], "eval_builtin_error: base64.decode: illegal base64 data at input byte 3"],
    ["base64.is_valid", ["YQ="], "false"],
    ["base64.decode", ["YQ==YQ=="], "eval_builtin_error: base64.decode: illegal base64 data at input byte 4"],
    ["base64.is_valid", ["YQ==YQ=="], "false"],
    ["base64.decode", ["YQ=a"], "eval_builtin_error: base64.decode: illegal base64 data at input byte 2"],
    ["base64.is_valid", ["YQ=a"], "false"],
    ["base64.decode", ["="], "eval_builtin_error: base64.decode: illegal base64 data at input byte 0"],
    ["base64.is_valid", ["="], "false"],
    ["base64.decode", ["_-8="], "eval_builtin_error: base64.decode: illegal base64 data at input byte 0"],
    ["base64.is_valid", ["_-8="], "false"],
    ["base64.decode", [1], "eval_type_error: base64.decode: operand 1 must be string but got number"],
    ["base64.is_valid", [1], "false"],
    ["base64url.decode", ["!"], "eval_builtin_error: base64url.decode: illegal base64url string: !"],
    ["base64url.decode", ["YQ="], "eval_builtin_error: base64url.decode: illegal base64 data at input byte 3"],
    ["base64url.decode", ["+/8="], "eval_builtin_error: base64url.decode: illegal base64 data at input byte 0"],
    ["base64url.encode", [1], "eval_type_error: base64url.encode: operand 1 must be string but got number"],
    ["base64.encode", [null], "eval_type_error: base64.encode: operand 1 must be string but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(base64Builtins, name, operands)).toBe(expected);
  });
});
