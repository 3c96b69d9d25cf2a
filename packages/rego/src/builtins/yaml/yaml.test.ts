import { describe, expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import { nested } from "../../value/value.arbitrary.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { yamlBuiltins } from "./yaml.js";

describe("texts are read as OPA reads them", () => {
  test.each<[string, readonly Value[], string]>([
    ["yaml.unmarshal", ["a: 1"], '{"a": 1}'],
    [
      "yaml.unmarshal",
      ["a: yes\nb: 017\nc: 1.50\nd: ~\ne: 2001-01-01"],
      '{"a": true, "b": 15, "c": 1.5, "d": null, "e": "2001-01-01"}',
    ],
    ["yaml.unmarshal", ["- [a, {b: c}]"], '[["a", {"b": "c"}]]'],
    ["yaml.unmarshal", ["a: &x {p: 1}\nb:\n  <<: *x\n  q: 2"], '{"a": {"p": 1}, "b": {"p": 1, "q": 2}}'],
    ["yaml.unmarshal", ["a: 1\na: 2"], '{"a": 2}'],
    ["yaml.unmarshal", ["---\na: 1\n---\nb: 2"], '{"a": 1}'],
    ["yaml.unmarshal", [""], "null"],
    ["yaml.unmarshal", ["1.5: a\ntrue: b"], '{"1.5": "a", "true": "b"}'],
    ["yaml.unmarshal", ["|\n a\n b"], '"a\\nb"'],
    ["yaml.unmarshal", [1], "eval_type_error: yaml.unmarshal: operand 1 must be string but got number"],
    ["yaml.unmarshal", ["a: .nan"], "eval_builtin_error: yaml.unmarshal: json: unsupported value: NaN"],
    ["yaml.unmarshal", ["a: *x"], "eval_builtin_error: yaml.unmarshal: yaml: unknown anchor 'x' referenced"],
    ["yaml.unmarshal", ["x: &a [*a]"], "eval_builtin_error: yaml.unmarshal: yaml: anchor 'a' value contains itself"],
    ["yaml.is_valid", ["a: 1"], "true"],
    ["yaml.is_valid", ["[1"], "false"],
    ["yaml.is_valid", [1], "false"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(yamlBuiltins, name, operands)).toBe(expected);
  });
});

describe("values are written as Go's encoder writes them", () => {
  test.each<[string, readonly Value[], string]>([
    ["yaml.marshal", [{ b: [1, { c: null }], a: "yes", e: {} }], '"a: \\"yes\\"\\nb:\\n- 1\\n- c: null\\ne: {}\\n"'],
    ["yaml.marshal", [new RegoSet([1, 2])], '"- 1\\n- 2\\n"'],
    ["yaml.marshal", [new RegoObject([[1, "x"]])], '"\\"1\\": x\\n"'],
    ["yaml.marshal", ["a\nb\n"], '"|\\n  a\\n  b\\n"'],
    ["yaml.marshal", [numberFromText("1e3")], '"1000\\n"'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(yamlBuiltins, name, operands)).toBe(expected);
  });
});

test("aliases that multiply meet the limit", () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 10; level += 1) lines.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(8)}]`);
  expect(callBuiltin(yamlBuiltins, "yaml.unmarshal", [lines.join("\n")])).toBe("limit: collectionSize");
});

test("values and texts nested 10,000 deep are refused", () => {
  expect(callBuiltin(yamlBuiltins, "yaml.marshal", [nested(10_000, 1)])).toMatch(/nested too deeply$/);
  expect(callBuiltin(yamlBuiltins, "yaml.is_valid", ["[".repeat(100_000)])).toBe("false");
});
