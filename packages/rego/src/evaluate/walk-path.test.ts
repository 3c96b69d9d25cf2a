import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

const input = { list: ["a", "b"], object: { y: 1, x: 2 }, pairs: { "1": { k: [5, 6] } }, scalar: 3 };

describe("references iterate over what is unbound (8.3)", () => {
  test.each<[string, string, string]>([
    ["indexes of an array", "[i | input.list[i]]", "[0, 1]"],
    ["keys of an object, in order", "[k | input.object[k]]", '["x", "y"]'],
    ["members of a set, in order", '[x | {"b", "a"}[x]]', '["a", "b"]'],
    ["nothing in a scalar", "[k | input.scalar[k]]", "[]"],
    ["nothing in null", "[k | null_value[k]]", "[]"],
    ["several levels", "[[a, b, c] | x := input.pairs[a][b][c]]", '[["1", "k", 0], ["1", "k", 1]]'],
    ["a repeated variable", "[i | [[0], [1, 1]][i][i]]", "[0, 1]"],
    ["a pattern as key", "[x | {[1, 2], [3, 4]}[[x, 4]]]", "[3]"],
    ["a bound key", '[v | k := "x"; v := input.object[k]]', "[2]"],
    ["an index out of range", "[v | v := input.list[2]]", "[]"],
    ["a negative index", "[v | v := input.list[-1]]", "[]"],
    ["a fraction as index", "[v | v := input.list[0.5]]", "[]"],
    ["a string as index", '[v | v := input.list["0"]]', "[]"],
    ["keys of any type", "[k | {1: 2, [3]: 4}[k]]", "[1, [3]]"],
  ])("%s", (_title, term, expected) => {
    const rego = `p := ${term}\nnull_value := input.none`;
    expect(outcomeOf({ rego, query: "data.test.p", input })).toBe(expected);
  });
});
