import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("literals of lists", () => {
  it.each([
    ["[]", "[]"],
    ["[1, 2 + 1]", "[1, 3]"],
    ["[object.spec.s, object.spec.n]", '["Str", 5]'],
    ["[1, object.spec.s][0] == 1", expect.stringContaining("expected type 'int' but found 'dyn'")],
    ["[1, 1 / 0]", "error: division by zero"],
    ["[?optional.of(1), 2]", "[1, 2]"],
    ["[?optional.none(), 2]", "[2]"],
    ["[?object.?nothing, object.spec.n]", "[5]"],
    ["[?dyn(1)]", "error: cannot initialize optional list element from non-optional value 1"],
  ])("%s is %s", (expression, expected) => {
    expect(evaluateCel(expression)).toEqual(expected);
  });
});

describe("literals of maps", () => {
  it.each([
    ["{}", "{}"],
    ['{"a": 1 + 1}', '{"a":2}'],
    ['{"a": 1 / 0}', "error: division by zero"],
    ['{?"a": optional.of(1), "b": 2}', '{"a":1, "b":2}'],
    ['{?"a": optional.none(), "b": 2}', '{"b":2}'],
    ['{?"a": dyn(1)}', "error: cannot initialize optional entry 'a' from non-optional value 1"],
    ["size({[1]: 1, [1]: 2})", "2"],
    ["{[1]: 1}.exists(k, k == [1])", "true"],
    ["[1] in {[1]: 2}", "false"],
    ["{1.5: 1}[1.5]", "1"],
    ["null in {null: 1}", "true"],
    ["duration('1s') in {duration('1s'): 2}", "true"],
  ])("%s is %s", (expression, expected) => {
    expect(evaluateCel(expression)).toEqual(expected);
  });
});
