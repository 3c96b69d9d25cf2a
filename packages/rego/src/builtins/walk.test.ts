import { describe, expect, test } from "vitest";
import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import { toText } from "../value/text.js";
import type { Value } from "../value/value.js";
import { callBuiltin, testContext } from "./call-builtin.js";
import { Operands } from "./operands.js";
import { walkBuiltins } from "./walk.js";

describe("the value comes first, then its members, depth first", () => {
  test.each<[string, readonly Value[], string]>([
    ["walk", [1], "[[], 1]"],
    [
      "walk",
      [{ a: [1, new RegoSet(["b"])] }],
      '[[], {"a": [1, {"b"}]}] [["a"], [1, {"b"}]] [["a", 0], 1] [["a", 1], {"b"}] [["a", 1, "b"], "b"]',
    ],
    ["walk", [[]], "[[], []]"],
    ["walk", [new RegoObject([[[1], 2]])], "[[], {[1]: 2}] [[[1]], 2]"],
    ["walk", [{ b: 1, a: null }], '[[], {"a": null, "b": 1}] [["a"], null] [["b"], 1]'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(walkBuiltins, name, operands)).toBe(expected);
  });
});

test("where the path is not looked at, none is built", () => {
  const results: string[] = [];
  const [walk] = walkBuiltins;
  const visit = (result: Value): boolean => {
    results.push(toText(result));
    return results.length === 2;
  };
  walk?.enumerate?.(new Operands("walk", [[[1]]]), testContext(), visit, { ignoresPath: true });
  expect(results).toStrictEqual(["[[], [[1]]]", "[[], [1]]"]);
});

test("as a plain call it has its first result", () => {
  const [walk] = walkBuiltins;
  expect(walk?.call(new Operands("walk", [1]), testContext())).toStrictEqual([[], 1]);
});
