import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("macros", () => {
  it.each([
    ["object.spec.l.all(x, x > 0)", "true"],
    ["object.spec.l.all(x, x > 1)", "false"],
    ["object.spec.mixed.all(x, x > 0)", "error: no such overload"],
    ["object.spec.mixed.all(x, x > 1)", "false"],
    ["object.spec.mixed.exists(x, x > 100)", "error: no such overload"],
    ["object.spec.mixed.exists(x, x > 2)", "true"],
    ["object.spec.e.all(x, false)", "true"],
    ["object.spec.e.exists(x, true)", "false"],
    ["object.spec.l.all(x, object.spec.s)", "error: no such overload"],
  ])("all and exists keep an error until an element decides: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.l.exists_one(x, x == 1)", "true"],
    ["object.spec.l.exists_one(x, x > 1)", "false"],
    ["object.spec.mixed.exists_one(x, x > 2)", "error: no such overload"],
  ])("exists_one wants exactly one: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.l.map(x, x * 2)", "[2, 4, 6]"],
    ["object.spec.l.map(x, x > 1, x * 2)", "[4, 6]"],
    ["object.spec.l.filter(x, x > 1)", "[2, 3]"],
    ["object.spec.l.filter(x, x)", "error: no such overload"],
    ["object.spec.mixed.map(x, x + 1)", "error: no such overload"],
    ["object.spec.mixed.filter(x, x > 1)", "error: no such overload"],
    ["object.spec.m.map(k, k)", '["a"]'],
    ["object.spec.l.map(x, object.spec.l.map(y, x * y))", "[[1, 2, 3], [2, 4, 6], [3, 6, 9]]"],
  ])("map and filter make lists: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['object.spec.m.all(k, v, k == "a" && v == 1)', "true"],
    ["object.spec.l.exists(i, v, i == 2 && v == 3)", "true"],
    ["object.spec.l.existsOne(i, v, i == v)", "false"],
    ["object.spec.l.transformList(i, v, i + v)", "[1, 3, 5]"],
    ["object.spec.l.transformList(i, v, v > 1, i)", "[1, 2]"],
    ["object.spec.m.transformMap(k, v, v + 1)", '{"a":2}'],
    ["object.spec.m.transformMap(k, v, v > 5, v)", "{}"],
    ["object.spec.m.transformMapEntry(k, v, {string(v): k})", '{"1":"a"}'],
    ["[1, 1].transformMapEntry(i, v, {v: i})", "error: insert failed: key 1 already exists"],
  ])("macros of two names: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.s.all(x, true)", "error: got 'types.String', expected iterable type"],
    ["object.spec.n.map(x, x)", "error: got 'types.Int', expected iterable type"],
    ["object.spec.f.filter(x, true)", "error: got 'types.Double', expected iterable type"],
    ["object.spec.b.exists(x, true)", "error: got 'types.Bool', expected iterable type"],
    ["object.spec.nil.map(x, x)", "error: got 'types.Null', expected iterable type"],
    ["object.spec.n.all(k, v, true)", "error: unsupported comprehension range type: types.Int"],
  ])("only lists and maps have elements: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[1].map(x, [2].map(x, x))", "[[2]]"],
    ["[1].map(object, object)", "[1]"],
  ])("inner names hide outer ones: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
