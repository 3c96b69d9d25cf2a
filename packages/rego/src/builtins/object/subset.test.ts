import { describe, expect, test } from "vitest";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { objectBuiltins } from "./objects.js";

describe("the second is contained in the first", () => {
  test.each<[string, readonly Value[], string]>([
    ["object.subset", [{ a: 1, b: 2 }, { a: 1 }], "true"],
    ["object.subset", [{ a: 1 }, { a: 2 }], "false"],
    ["object.subset", [{ a: 1 }, { b: 1 }], "false"],
    ["object.subset", [{ a: { b: [1, 2, 3] } }, { a: { b: [2, 3] } }], "true"],
    ["object.subset", [{ a: { b: [1, 2, 3] } }, { a: { b: [1, 3] } }], "false"],
    ["object.subset", [{ a: new RegoSet([1, 2]) }, { a: new RegoSet([1]) }], "true"],
    ["object.subset", [{ a: [1] }, { a: new RegoSet([1]) }], "false"],
    ["object.subset", [new RegoSet([1, 2]), new RegoSet([2])], "true"],
    ["object.subset", [new RegoSet([1]), new RegoSet([1, 2])], "false"],
    [
      "object.subset",
      [
        [1, 2, 3],
        [2, 3],
      ],
      "true",
    ],
    ["object.subset", [[1, 2], []], "true"],
    ["object.subset", [[[1, 2], 3], [[1]]], "false"],
    ["object.subset", [[1, 2], new RegoSet([2])], "true"],
    ["object.subset", [[1], new RegoSet([1, 2])], "false"],
    ["object.subset", [[1], new RegoSet([])], "true"],
    ["object.subset", [[], new RegoSet([])], "false"],
    ["object.subset", [{ a: null }, { a: null }], "true"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(objectBuiltins, name, operands)).toBe(expected);
  });
});

describe("other pairs are faults", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "object.subset",
      [new RegoSet([1]), [1]],
      "eval_type_error: object.subset: both arguments object.subset must be of the same type or array and set",
    ],
    [
      "object.subset",
      [{}, []],
      "eval_type_error: object.subset: both arguments object.subset must be of the same type or array and set",
    ],
    [
      "object.subset",
      [1, 1],
      "eval_type_error: object.subset: both arguments object.subset must be of the same type or array and set",
    ],
    [
      "object.subset",
      ["a", "a"],
      "eval_type_error: object.subset: both arguments object.subset must be of the same type or array and set",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(objectBuiltins, name, operands)).toBe(expected);
  });
});
