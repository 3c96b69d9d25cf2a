import { describe, expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { jsonBuiltins } from "./json.js";

describe("values are written as Go's encoder writes them (3.7)", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.marshal", [{ b: [1, null], a: "<é>" }], '"{\\"a\\":\\"\\\\u003cé\\\\u003e\\",\\"b\\":[1,null]}"'],
    ["json.marshal", [new RegoSet([1, 2])], '"[1,2]"'],
    [
      "json.marshal",
      [
        new RegoObject([
          [1, 2],
          [[1], numberFromText("1.0")],
        ]),
      ],
      '"{\\"1\\":2,\\"[1]\\":1.0}"',
    ],
    [
      "json.marshal_with_options",
      [{ a: [1, {}] }, { pretty: true }],
      '"{\\n\\t\\"a\\": [\\n\\t\\t1,\\n\\t\\t{}\\n\\t]\\n}"',
    ],
    ["json.marshal_with_options", [{ a: [1] }, { indent: " ", prefix: ">" }], '">{\\n> \\"a\\": [\\n>  1\\n> ]\\n>}"'],
    ["json.marshal_with_options", [{ a: [1] }, {}], '"{\\"a\\":[1]}"'],
    ["json.marshal_with_options", [[1], { pretty: false, indent: " " }], '"[1]"'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonBuiltins, name, operands)).toBe(expected);
  });
});

describe("options are checked", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "json.marshal_with_options",
      [1, { foo: 1 }],
      'eval_type_error: json.marshal_with_options: operand 2 object contained unknown key "foo"',
    ],
    [
      "json.marshal_with_options",
      [1, { pretty: 1 }],
      'eval_type_error: json.marshal_with_options: operand 2 key "pretty" failed cast to bool',
    ],
    [
      "json.marshal_with_options",
      [1, { indent: 1 }],
      'eval_type_error: json.marshal_with_options: operand 2 key "indent" failed cast to string: operand 0 must be string but got number',
    ],
    [
      "json.marshal_with_options",
      [1, { indent: "", prefix: 1 }],
      'eval_type_error: json.marshal_with_options: operand 2 key "prefix" failed cast to string: operand 1 must be string but got number',
    ],
    [
      "json.marshal_with_options",
      [1, new RegoObject([[1, 2]])],
      "eval_type_error: json.marshal_with_options: operand 2 failed to stringify key 1 at index 0: operand 0 must be string but got number",
    ],
    [
      "json.marshal_with_options",
      [1, 1],
      "eval_type_error: json.marshal_with_options: operand 2 must be object but got number",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonBuiltins, name, operands)).toBe(expected);
  });
});

describe("texts are read", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.unmarshal", ['[1.0, {"a": 12345678901234567890}]'], '[1.0, {"a": 12345678901234567890}]'],
    [
      "json.unmarshal",
      ["[1,]"],
      "eval_builtin_error: json.unmarshal: invalid character ']' looking for beginning of value",
    ],
    ["json.unmarshal", [""], "eval_builtin_error: json.unmarshal: EOF"],
    ["json.unmarshal", [1], "eval_type_error: json.unmarshal: operand 1 must be string but got number"],
    ["json.is_valid", ["{}"], "true"],
    ["json.is_valid", ["{}x"], "false"],
    ["json.is_valid", ["1 null"], "false"],
    ["json.is_valid", [""], "false"],
    ["json.is_valid", [1], "false"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonBuiltins, name, operands)).toBe(expected);
  });
});
