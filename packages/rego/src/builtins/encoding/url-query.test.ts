import { describe, expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { urlQueryBuiltins } from "./url-query.js";

describe("texts are escaped and read", () => {
  test.each<[string, readonly Value[], string]>([
    ["urlquery.encode", ["a b&c=d/é~*()!'-_."], '"a+b%26c%3Dd%2F%C3%A9~%2A%28%29%21%27-_."'],
    ["urlquery.encode", [""], '""'],
    ["urlquery.decode", ["a+b%26%C3%A9"], '"a b&é"'],
    ["urlquery.decode", [""], '""'],
    ["urlquery.decode", ["%zz"], 'eval_builtin_error: urlquery.decode: invalid URL escape "%zz"'],
    ["urlquery.decode", ["a%2"], 'eval_builtin_error: urlquery.decode: invalid URL escape "%2"'],
    ["urlquery.decode", ["%"], 'eval_builtin_error: urlquery.decode: invalid URL escape "%"'],
    ["urlquery.encode", [1], "eval_type_error: urlquery.encode: operand 1 must be string but got number"],
    ["urlquery.decode", [null], "eval_type_error: urlquery.decode: operand 1 must be string but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(urlQueryBuiltins, name, operands)).toBe(expected);
  });
});

describe("objects are lists of values by key", () => {
  test.each<[string, readonly Value[], string]>([
    ["urlquery.encode_object", [{ b: "1", a: ["x", "y z"], c: new RegoSet(["1", "2"]) }], '"a=x&a=y+z&b=1&c=1&c=2"'],
    ["urlquery.encode_object", [{}], '""'],
    ["urlquery.encode_object", [new RegoObject([[1, "a"]])], '"1=a"'],
    ["urlquery.encode_object", [{ a: [] }], '""'],
    [
      "urlquery.encode_object",
      [{ a: 1 }],
      "eval_type_error: urlquery.encode_object: operand 1 values must be string, array[string], or set[string]",
    ],
    [
      "urlquery.encode_object",
      [{ a: [1] }],
      "eval_type_error: urlquery.encode_object: operand 1 values must be string, array[string], or set[string]",
    ],
    ["urlquery.encode_object", [1], "eval_type_error: urlquery.encode_object: operand 1 must be object but got number"],
    ["urlquery.decode_object", ["a=1&b=2&a=3&c&d="], '{"a": ["1", "3"], "b": ["2"], "c": [""], "d": [""]}'],
    ["urlquery.decode_object", ["&&=x&="], '{"": ["x", ""]}'],
    ["urlquery.decode_object", ["a=b=c"], '{"a": ["b=c"]}'],
    ["urlquery.decode_object", [""], "{}"],
    ["urlquery.decode_object", ["a=%zz"], 'eval_builtin_error: urlquery.decode_object: invalid URL escape "%zz"'],
    [
      "urlquery.decode_object",
      ["a;b=1"],
      "eval_builtin_error: urlquery.decode_object: invalid semicolon separator in query",
    ],
    ["urlquery.decode_object", [1], "eval_type_error: urlquery.decode_object: operand 1 must be string but got number"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(urlQueryBuiltins, name, operands)).toBe(expected);
  });
});
