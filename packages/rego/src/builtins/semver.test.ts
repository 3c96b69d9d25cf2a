import { describe, expect, test } from "vitest";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { semverBuiltins } from "./semver.js";

describe("versions are compared by the rules of SemVer", () => {
  test.each<[string, readonly Value[], string]>([
    ["semver.compare", ["1.0.0", "1.0.1"], "-1"],
    ["semver.compare", ["2.0.0", "1.9.9"], "1"],
    ["semver.compare", ["1.0.0", "1.0.0"], "0"],
    ["semver.compare", ["v1.0.0", "1.0.0"], "0"],
    ["semver.compare", ["1.0.0-a", "1.0.0"], "-1"],
    ["semver.compare", ["1.0.0", "1.0.0-a"], "1"],
    ["semver.compare", ["1.0.0-1", "1.0.0-a"], "-1"],
    ["semver.compare", ["1.0.0-9", "1.0.0-10"], "-1"],
    ["semver.compare", ["1.0.0-a.b", "1.0.0-a"], "1"],
    ["semver.compare", ["1.0.0-a", "1.0.0-a.b"], "-1"],
    ["semver.compare", ["1.0.0-a", "1.0.0-B"], "1"],
    ["semver.compare", ["1.0.0+a", "1.0.0+b"], "0"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(semverBuiltins, name, operands)).toBe(expected);
  });
});

describe("what is no version is a fault, or not valid", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "semver.compare",
      ["1.0", "1.0.0"],
      'eval_builtin_error: semver.compare: operand 1: string "1.0" is not a valid SemVer',
    ],
    [
      "semver.compare",
      ["1.0.0", "b"],
      'eval_builtin_error: semver.compare: operand 2: string "b" is not a valid SemVer',
    ],
    ["semver.compare", [1, "1.0.0"], "eval_type_error: semver.compare: operand 1 must be string but got number"],
    ["semver.compare", ["1.0.0", null], "eval_type_error: semver.compare: operand 2 must be string but got null"],
    ["semver.is_valid", ["1.2.3"], "true"],
    ["semver.is_valid", ["1.0"], "false"],
    ["semver.is_valid", ["01.0.0"], "true"],
    ["semver.is_valid", ["1.0.0-a..b"], "false"],
    ["semver.is_valid", ["1.0.0-a_b"], "false"],
    ["semver.is_valid", [" 1.0.0"], "false"],
    ["semver.is_valid", ["1.0.0.0"], "false"],
    ["semver.is_valid", ["99999999999999999999.0.0"], "false"],
    ["semver.is_valid", ["V1.0.0"], "false"],
    ["semver.is_valid", ["-1.0.0"], "false"],
    ["semver.is_valid", [1], "false"],
    ["semver.is_valid", [null], "false"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(semverBuiltins, name, operands)).toBe(expected);
  });
});

test("numbers of equal value that are spelled differently are equal, where OPA would not return", () => {
  expect(callBuiltin(semverBuiltins, "semver.compare", ["1.0.0-01", "1.0.0-1"])).toBe("0");
});
