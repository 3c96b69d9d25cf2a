import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { yamlBuiltins } from "./yaml.js";

describe("nodes become JSON", () => {
  test.each<[string, readonly Value[], string]>([
    ["yaml.unmarshal", ["a: !!binary aGk="], '{"a": "hi"}'],
    ["yaml.unmarshal", ["a: !!str 1"], '{"a": "1"}'],
    ["yaml.unmarshal", ["a: !foo 1"], '{"a": "1"}'],
    ["yaml.unmarshal", ['a: !!int "1"'], '{"a": 1}'],
    ["yaml.unmarshal", ["'a': \"b\\n\""], '{"a": "b\\n"}'],
    [
      "yaml.unmarshal",
      ["x: &a {p: 1}\ny: &b {p: 2, q: 3}\nz:\n  <<: [*a, *b]"],
      '{"true": {"p": 2, "q": 3}, "x": {"p": 1}, "z": {"p": 1, "q": 3}}',
    ],
    ["yaml.unmarshal", ["# only a comment"], "null"],
    ["yaml.unmarshal", ["{a: [1, 2]}"], '{"a": [1, 2]}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(yamlBuiltins, name, operands)).toBe(expected);
  });
});

test.each<[string, string]>([
  ["[1,2,3", "yaml: line 1: did not find expected ',' or ']'"],
  ["title: [\n", "yaml: line 1: did not find expected node content"],
  ["a:\n  b: {c: 1,\n\n", "yaml: line 2: did not find expected node content"],
  ["a: {b: 1", "yaml: line 1: did not find expected ',' or '}'"],
])("%j is not closed", (text, expected) => {
  expect(callBuiltin(yamlBuiltins, "yaml.unmarshal", [text])).toContain(expected);
});

test.each<[string, string]>([
  ['"a', "yaml.unmarshal: yaml: found unexpected end of stream"],
  ['x: 1\ny: "a', "yaml.unmarshal: yaml: line 2: found unexpected end of stream"],
  ["a: b: c", "yaml.unmarshal: yaml: mapping values are not allowed in this context"],
  ["x: 1\na: b: c", "yaml.unmarshal: yaml: line 2: mapping values are not allowed in this context"],
  ["a: \u0007", "yaml.unmarshal: yaml: control characters are not allowed"],
  ["\uffff", "yaml.unmarshal: yaml: control characters are not allowed"],
  ["a\tb:\n\t- c", "yaml.unmarshal: yaml: line 2: found character that cannot start any token"],
  ["@a", "yaml.unmarshal: yaml: found character that cannot start any token"],
  ["x: 1\n\na: `b", "yaml.unmarshal: yaml: line 3: found character that cannot start any token"],
  ['x: 1\ny: "\\q"', "yaml.unmarshal: yaml: line 2: found unknown escape character"],
])("%j is no YAML", (text, expected) => {
  expect(callBuiltin(yamlBuiltins, "yaml.unmarshal", [text])).toBe(`eval_builtin_error: ${expected}`);
});
