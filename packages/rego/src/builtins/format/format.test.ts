import { describe, expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { formatBuiltins } from "./format.js";

describe("items become what OPA gives to Go's fmt (10.1)", () => {
  test.each<[string, readonly Value[], string]>([
    ["sprintf", ["%v %v %v", ["a", 1, numberFromText("1.0")]], '"a 1 1"'],
    ["sprintf", ["%d %d", [numberFromText("1e3"), 5]], '"%!d(float64=1000) 5"'],
    ["sprintf", ["%v", [[1, "a", numberFromText("1e3")]]], '"[1, \\"a\\", 1e3]"'],
    ["sprintf", ["%s %s", [null, { a: 1 }]], '"null {\\"a\\": 1}"'],
    ["sprintf", ["%v", [new RegoSet(["a", "b"])]], '"{\\"a\\", \\"b\\"}"'],
    ["sprintf", ["%T %T %T %T", [1, 1.5, "a", 12345678901234567890n]], '"int float64 string *big.Int"'],
    ["sprintf", ["%v", [numberFromText("1e400")]], '"1e400"'],
    ["sprintf", ["%s", ["a", "b"]], '"a%!(EXTRA string=b)"'],
    ["sprintf", ["%d", []], '"%!d(MISSING)"'],
    ["sprintf", ["%t", [true]], '"%!t(string=true)"'],
    ["sprintf", ["%d", [numberFromText("-0")]], '"0"'],
    ["sprintf", [1, []], "eval_type_error: sprintf: operand 1 must be string but got number"],
    ["sprintf", ["", new RegoSet([])], "eval_type_error: sprintf: operand 2 must be array but got set"],
  ])("row %#", (name, operands, expected) => {
    expect(callBuiltin(formatBuiltins, name, operands)).toBe(expected);
  });
});

test("the newer release names integers otherwise", () => {
  expect(callBuiltin(formatBuiltins, "sprintf", ["%z", [42]], testContext({ reference: "1.22" }))).toBe(
    '"%!z(int64=42)"',
  );
});

test("widths that would fill the memory meet the limit", () => {
  expect(callBuiltin(formatBuiltins, "sprintf", ["%999999d", [1]])).toBe("limit: stringLength");
  expect(callBuiltin(formatBuiltins, "sprintf", ["%*d", [999999, 1]])).toBe("limit: stringLength");
});
