import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { formatBuiltins } from "./format.js";

describe("directives are Go's: flags, widths, indexes, faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["sprintf", ["%d %d", [1]], '"1 %!d(MISSING)"'],
    ["sprintf", ["%d", [1, 2]], '"1%!(EXTRA int=2)"'],
    ["sprintf", ["%[2]d %[1]d", [1, 2]], '"2 1"'],
    ["sprintf", ["%[1]d %d", [1, 2]], '"1 2"'],
    ["sprintf", ["%[3]d", [1]], '"%!d(BADINDEX)"'],
    ["sprintf", ["%[x]d", [1]], '"%!d(BADINDEX)"'],
    ["sprintf", ["%[1d", [1]], '"%!d(BADINDEX)"'],
    ["sprintf", ["%*d|%-*d|", [5, 1, 4, 2]], '"    1|2   |"'],
    ["sprintf", ["%.*f", [1, 6.54321]], '"6.5"'],
    ["sprintf", ["%*d", ["a", 1]], '"%!(BADWIDTH)1"'],
    ["sprintf", ["%.*f", [-1, 1.5]], '"%!(BADPREC)1.500000"'],
    ["sprintf", ["%[2]*[1]d|", [1, 5]], '"    1|"'],
    ["sprintf", ["%[1].2f", [1.5]], '"%!f(BADINDEX)"'],
    ["sprintf", ["%.[2]*[1]f", [1.5, 3]], '"1.500"'],
    ["sprintf", ["%", []], '"%!(NOVERB)"'],
    ["sprintf", ["%%", []], '"%"'],
    ["sprintf", ["%5%|", []], '"%|"'],
    ["sprintf", ["%!", [1]], '"%!!(int=1)"'],
    ["sprintf", ["x%", []], '"x%!(NOVERB)"'],
    ["sprintf", ["%é", [1]], '"%!é(int=1)"'],
    ["sprintf", ["%99999999d", [1]], '"%!(NOVERB)%!(EXTRA int=1)"'],
    ["sprintf", ["%6.d|", [5]], '"     5|"'],
    ["sprintf", ["%-5d|%05d|%+d|% d", [1, 1, 1, 1]], '"1    |00001|+1| 1"'],
    ["sprintf", ["%s%%%s", ["a", "b"]], '"a%b"'],
  ])("row %#", (name, operands, expected) => {
    expect(callBuiltin(formatBuiltins, name, operands)).toBe(expected);
  });
});
