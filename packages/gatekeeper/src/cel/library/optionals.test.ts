import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("optionals", () => {
  it.each([
    ["object.?spec.?n.orValue(7)", "5"],
    ["object.?spec.?zz.orValue(7)", "7"],
    ['object.spec[?"n"].hasValue()', "true"],
    ['object.spec[?"zz"].hasValue()', "false"],
    ["object.spec.l[?0].orValue(9)", "1"],
    ["object.spec.l[?7].orValue(9)", "9"],
    ["object.?spec.n.hasValue()", "true"],
    ["object.?nope.deeper.hasValue()", "false"],
    ["object.spec.s.?x.hasValue()", "false"],
  ])("a field that may be absent is asked for: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["optional.of(1).value()", "1"],
    ["optional.none().value()", "error: optional.none() dereference"],
    ["optional.ofNonZeroValue(0).hasValue()", "false"],
    ['optional.ofNonZeroValue("").hasValue()', "false"],
    ["optional.ofNonZeroValue([]).hasValue()", "false"],
    ['optional.ofNonZeroValue("x").value()', "x"],
    ["object.?spec.?n.optMap(x, x + 1).value()", "6"],
    ["object.?spec.?zz.optMap(x, x + 1).hasValue()", "false"],
    ["optional.of(1).optFlatMap(x, optional.none()).hasValue()", "false"],
    ["optional.of([1]).optFlatMap(x, x[?0]).value()", "1"],
    ["object.spec.?n.or(optional.of(3)).value()", "5"],
    ["optional.none().or(optional.of(3)).value()", "3"],
    ["optional.of(null).value()", "null"],
  ])("a value is taken out, or made of it: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[1, 2].first().value()", "1"],
    ["[1, 2].last().value()", "2"],
    ["[].first().hasValue()", "false"],
  ])("the first and the last element: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.n.orValue(1)", "5"],
    ["object.spec.n.hasValue()", "error: no such overload: hasValue(int)"],
    ["object.spec.n.optMap(x, x)", "error: no such overload: hasValue(int)"],
    [
      "1.optMap(x, x)",
      "error: compilation failed: ERROR: <input>:1:9: found no matching overload for 'hasValue' applied to 'int.()'\n | 1.optMap(x, x)\n | ........^\nERROR: <input>:1:9: found no matching overload for 'value' applied to 'int.()'\n | 1.optMap(x, x)\n | ........^",
    ],
  ])("what is no optional has none of it: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
