import { describe, expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { jsonFilterBuiltins } from "./json-filter.js";

describe("paths say what is kept (10.6)", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "json.filter",
      [{ a: { b: 1, c: 2 }, d: [1, 2, { e: 3 }] }, ["a/b", "d/2/e", "zz"]],
      '{"a": {"b": 1}, "d": [{"e": 3}]}',
    ],
    ["json.filter", [{ a: { b: 1, c: 2 } }, ["a", "a/b"]], '{"a": {"b": 1, "c": 2}}'],
    ["json.filter", [{ "a~/b": 1 }, ["a~0~1b"]], '{"a~/b": 1}'],
    ["json.filter", [{ a: [10, 20] }, [["a", 1]]], '{"a": []}'],
    ["json.filter", [{ a: new RegoSet([1, 2]) }, [["a", 1]]], '{"a": {1}}'],
    ["json.filter", [new RegoObject([[1, new RegoObject([[2, 3]])]]), [[1, 2]]], "{1: {2: 3}}"],
    ["json.filter", [{ a: 1 }, [""]], "{}"],
    ["json.filter", [{ "": 1 }, ["/"]], '{"": 1}'],
    ["json.filter", [{ a: 1 }, ["a/b"]], '{"a": 1}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonFilterBuiltins, name, operands)).toBe(expected);
  });
});

describe("paths say what is removed", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "json.remove",
      [{ a: { b: 1, c: 2 }, d: [1, 2, { e: 3 }] }, ["a/b", "d/0", "d/2/e"]],
      '{"a": {"c": 2}, "d": [2, {}]}',
    ],
    ["json.remove", [{ a: new RegoSet([1, 2]) }, [["a", 1]]], '{"a": {2}}'],
    ["json.remove", [{ a: 1, b: 2 }, new RegoSet(["a", "z"])], '{"b": 2}'],
    ["json.remove", [{ a: { b: 1 } }, ["a/b/c"]], '{"a": {"b": 1}}'],
    ["json.remove", [{ a: { b: 1 } }, [[]]], '{"a": {"b": 1}}'],
    ["json.remove", [{ a: [[1, 2], 3] }, ["a/0/1", "a/1"]], '{"a": [[1]]}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonFilterBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.filter", [[1], ["0"]], "eval_type_error: json.filter: operand 1 must be object but got array"],
    ["json.filter", [{}, "a"], "eval_type_error: json.filter: operand 2 must be one of {set, array} but got string"],
    [
      "json.filter",
      [{}, [1]],
      "eval_type_error: json.filter: operand 2 must be one of {set, array} containing string paths or array of path segments but got number",
    ],
    ["json.remove", [1, []], "eval_type_error: json.remove: operand 1 must be object but got number"],
    ["json.remove", [{}, {}], "eval_type_error: json.remove: operand 2 must be one of {set, array} but got object"],
    [
      "json.remove",
      [{}, [{}]],
      "eval_type_error: json.remove: operand 2 must be one of {set, array} containing string paths or array of path segments but got object",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonFilterBuiltins, name, operands)).toBe(expected);
  });
});

test("a path of absurd length is refused", () => {
  const path = Array.from({ length: 100_000 }, () => "a").join("/");
  expect(callBuiltin(jsonFilterBuiltins, "json.filter", [{}, [path]])).toMatch(/is too long$/);
});
