import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("evaluate", () => {
  it.each([
    ["object.spec.zz || true", "true"],
    ["true || object.spec.zz", "true"],
    ["object.spec.zz && false", "false"],
    ["false && object.spec.zz", "false"],
    ["object.spec.zz || false", "error: no such key: zz"],
    ["object.spec.zz == 1 || object.spec.yy == 1", "error: no such key: zz"],
    ["object.spec.n && false", "false"],
    ["object.spec.n && true", "error: no such overload"],
    ["object.spec.n || object.spec.s", "error: no such overload"],
  ])("what decides wins over an error on the other side: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["true ? 1 : 2", "1"],
    ["object.spec.s ? 1 : 2", "error: no such overload"],
    ["object.spec.zz ? 1 : 2", "error: no such key: zz"],
  ])("a condition must be a boolean: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[1, 2][1]", "2"],
    ['{"a": 1}.a', "1"],
    ['{"a": 1}["b"]', "error: no such key: b"],
    [
      '{1: "a"}[1.0]',
      "error: compilation failed: ERROR: <input>:1:9: found no matching overload for '_[_]' applied to '(map(int, string), double)'\n | {1: \"a\"}[1.0]\n | ........^",
    ],
    [
      '{1: "a"}[1u]',
      "error: compilation failed: ERROR: <input>:1:9: found no matching overload for '_[_]' applied to '(map(int, string), uint)'\n | {1: \"a\"}[1u]\n | ........^",
    ],
    ['{object.spec.s: 1}["Str"]', "1"],
  ])("lists and maps are made: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["int", "int"],
    ["type(1) == string", "false"],
  ])("names of types are values: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "foo(1)",
      "error: compilation failed: ERROR: <input>:1:4: undeclared reference to 'foo' (in container '')\n | foo(1)\n | ...^",
    ],
    [
      '"a".foo(1)',
      "error: compilation failed: ERROR: <input>:1:8: undeclared reference to 'foo' (in container '')\n | \"a\".foo(1)\n | .......^",
    ],
    [
      "object.foo(1)",
      "error: compilation failed: ERROR: <input>:1:11: undeclared reference to 'foo' (in container '')\n | object.foo(1)\n | ..........^",
    ],
  ])("functions that do not exist are told: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
