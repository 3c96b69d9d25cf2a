import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("%s", () => {
  it.each([
    ['"%s".format(["a"])', "a"],
    ['"%s".format([1.5])', "1.5"],
    ['"%s".format([true])', "true"],
    ['"%s".format([null])', "null"],
    ['"%s".format([b"abc"])', "abc"],
    ['"%s".format([[1, "a", 2.5]])', '[1, "a", 2.500000]'],
    ['"%s".format([{"b": 1, "a": [true, null]}])', '{"a":[true, null], "b":1}'],
    ['"%s".format([duration("1s")])', "1s"],
    [
      '"%s".format([[duration("1s"), timestamp("2020-01-01T00:00:00Z")]])',
      '[duration("1s"), timestamp("2020-01-01T00:00:00Z")]',
    ],
    ['"%s".format([type(1)])', "int"],
    ['"%s".format([5u])', "5"],
    ['"%s".format([object.spec.m])', '{"a":1}'],
    ['"%s".format([object.spec.mixed])', '[1, "x", 3]'],
  ])("a value is written as it is, inside a list or map as a literal: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
