import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { hexBuiltins } from "./hex.js";

describe("bytes are two digits each", () => {
  test.each<[string, readonly Value[], string]>([
    ["hex.encode", ["é"], '"c3a9"'],
    ["hex.encode", [""], '""'],
    ["hex.decode", ["c3a9"], '"é"'],
    ["hex.decode", ["C3A9"], '"é"'],
    ["hex.decode", [""], '""'],
    ["hex.decode", ["abc"], "eval_builtin_error: hex.decode: encoding/hex: odd length hex string"],
    ["hex.decode", ["zz"], "eval_builtin_error: hex.decode: encoding/hex: invalid byte: U+007A 'z'"],
    ["hex.decode", ["az"], "eval_builtin_error: hex.decode: encoding/hex: invalid byte: U+007A 'z'"],
    ["hex.decode", ["6 1"], "eval_builtin_error: hex.decode: encoding/hex: invalid byte: U+0020 ' '"],
    ["hex.decode", [1], "eval_type_error: hex.decode: operand 1 must be string but got number"],
    ["hex.encode", [[]], "eval_type_error: hex.encode: operand 1 must be string but got array"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(hexBuiltins, name, operands)).toBe(expected);
  });
});
