import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("operators", () => {
  it.each([
    ["1 + 2", "3"],
    ["7 / -2", "-3"],
    ["-7 % 3", "-1"],
    ["2 * 3", "6"],
    ["5 - 8", "-3"],
    ["1.5 + 2.0", "3.5"],
    ["1.0 / 0.0", "+Inf"],
    ["5u - 6u", "error: unsigned integer overflow"],
    ["2u * 3u", "6"],
    ["9u / 2u", "4"],
    ["9u % 2u", "1"],
    ["-(5)", "-5"],
    ["-(1.5)", "-1.5"],
  ])("numbers of one type are calculated with: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["1 / 0", "error: division by zero"],
    ["1 % 0", "error: modulus by zero"],
    ["9223372036854775807 + 1", "error: integer overflow"],
    ["-9223372036854775808 - 1", "error: integer overflow"],
    ["9223372036854775807 * 2", "error: integer overflow"],
    ["1u / 0u", "error: division by zero"],
  ])("what has no result is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"a" + "b"', "ab"],
    ["[1] + [2]", "[1, 2]"],
    ['size(b"ab" + b"c")', "3"],
    ["size(object.spec.l + object.spec.e)", "3"],
  ])("texts, bytes and lists are put together: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.n + object.spec.s", "error: no such overload"],
    ["object.spec.s + object.spec.n", "error: no such overload"],
    ["object.spec.nil + 1", "error: no such overload: _+_"],
    ["object.spec.l + object.spec.nil", "error: no such overload"],
    ["object.spec.m + object.spec.m", "error: no such overload: _+_"],
    ["object.spec.f * object.spec.n", "error: no such overload"],
    ["-object.spec.s", "error: no such overload"],
    ["-object.spec.nil", "error: no such overload: -_"],
    ["!object.spec.s", "error: no such overload"],
    ["object.spec.s - object.spec.s", "error: no such overload"],
    ["object.spec.m - object.spec.m", "error: no such overload: _-_"],
  ])("operands of types that do not go together are an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["1 < 2", "true"],
    ["2u >= 1", "true"],
    ["1 < 1.5", "true"],
    ['"a" < "b"', "true"],
    ["false < true", "true"],
    ['b"a" < b"b"', "true"],
    ["object.spec.f > object.spec.n", "false"],
    ["object.spec.n <= 5", "true"],
    ['duration("1s") > duration("1ms")', "true"],
  ])("values that have an order are compared, numbers of any types: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.nil < 1", "error: no such overload: _<_"],
    ["object.spec.s < object.spec.n", "error: no such overload"],
    ["object.spec.l < object.spec.l", "error: no such overload: _<_"],
    ["object.spec.n > object.spec.s", "error: no such overload"],
  ])("values that have no order are not: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.n == 5.0", "true"],
    ["object.spec.n == 5u", "true"],
    ['object.spec.n == "5"', "false"],
    ["object.spec.nil == null", "true"],
    ["object.spec.l == [1, 2, 3]", "true"],
    ['object.spec.m == {"a": 1}', "true"],
    ["object.spec.l != [1, 2]", "true"],
    ["1.5 == object.spec.f", "true"],
    ["optional.none() == optional.none()", "true"],
  ])("equality asks for the value, and not for the type of a number: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"a" in object.spec.strs', "true"],
    ['"z" in object.spec.strs', "false"],
    ['"a" in object.spec.m', "true"],
    ["1 in object.spec.m", "false"],
    ["2.0 in object.spec.l", "true"],
    ["1 in object.spec.s", "error: no such overload"],
    ["1 in object.spec.nil", "error: no such overload"],
  ])("a list contains elements, a map keys: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['size("héllo")', "5"],
    ["object.spec.l.size()", "3"],
    ["size(object.spec.m)", "1"],
    ["size(object.spec.n)", "error: no such overload: size"],
    ["size(object.spec.nil)", "error: no such overload: size"],
    [
      'size(timestamp("2020-01-01T00:00:00Z"))',
      "error: compilation failed: ERROR: <input>:1:5: found no matching overload for 'size' applied to '(timestamp)'\n | size(timestamp(\"2020-01-01T00:00:00Z\"))\n | ....^",
    ],
  ])("size counts characters, bytes, elements: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
