import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("access", () => {
  it.each([
    ["object.spec.n", "5"],
    ['object["spec"]["n"]', "5"],
    ["object.spec.l[0]", "1"],
    ["object.spec.l[1.0]", "2"],
    ["object.spec.l[1u]", "2"],
    ['object.metadata.labels["a.b/c"]', "v"],
    ["object.spec.nil", "null"],
  ])("fields and elements are read: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["object.spec.zz", "error: no such key: zz"],
    ["object.spec.l[5]", "error: index out of bounds: 5"],
    ["object.spec.l[-1]", "error: index out of bounds: -1"],
    ['object["zz"]', "error: no such key: zz"],
    ["object[1]", "error: no such key: 1"],
    ["object.spec.s.foo", "error: no such key: foo"],
    ["object.spec.nil.foo", "error: no such key: foo"],
    ["object.spec.n[0]", "error: no such key: 0"],
    ["oldObject.spec", "error: no such key: spec"],
  ])("what is not there is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['object.spec.l["a"]', "error: unsupported index type 'string' in list"],
    ["object.spec.l.foo", "error: unsupported index type 'string' in list"],
    ["object.spec.l[1.5]", "error: unsupported index value 1.5 in list"],
  ])("lists are read by numbers: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["has(object.spec)", "true"],
    ["has(object.spec.zz)", "false"],
    ["has(object.spec.nil)", "true"],
    ["has(object.spec.s.foo)", "false"],
    ["has(object.spec.l.foo)", "error: unsupported index type 'string' in list"],
    ["has(object.spec.zz.x)", "error: no such key: zz"],
    ["has(oldObject.spec)", "false"],
    ['has({"a": 1}.a)', "true"],
  ])("has tells whether a field is there, null or not: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
