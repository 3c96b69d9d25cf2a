import { describe, expect, test } from "vitest";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { jsonFilterBuiltins } from "./json-filter.js";

describe("texts and arrays are paths", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.filter", [{ a: { b: 1 } }, ["/a/b"]], '{"a": {"b": 1}}'],
    ["json.filter", [{ a: { b: 1 } }, ["//a/b"]], '{"a": {"b": 1}}'],
    ["json.filter", [{ "x/y": { "~": 2 } }, ["x~1y/~0"]], '{"x/y": {"~": 2}}'],
    ["json.filter", [{ a: 1 }, [["a"]]], '{"a": 1}'],
    [
      "json.filter",
      [{ a: 1 }, [null]],
      "eval_type_error: json.filter: operand 2 must be one of {set, array} containing string paths or array of path segments but got null",
    ],
    [
      "json.filter",
      [{ a: 1 }, new RegoSet([new RegoSet(["a"])])],
      "eval_type_error: json.filter: operand 2 must be one of {set, array} containing string paths or array of path segments but got set",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonFilterBuiltins, name, operands)).toBe(expected);
  });
});
