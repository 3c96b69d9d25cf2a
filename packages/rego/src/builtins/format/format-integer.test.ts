import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { formatBuiltins } from "./format.js";

describe("integers under their verbs", () => {
  test.each<[string, readonly Value[], string]>([
    ["sprintf", ["%d", [-5]], '"-5"'],
    ["sprintf", ["%b %o %O %x %X", [5, 8, 8, 255, 255]], '"101 10 0o10 ff FF"'],
    ["sprintf", ["%#b %#o %#x %#X", [5, 8, 255, 255]], '"0b101 010 0xff 0XFF"'],
    ["sprintf", ["%c %q %U %#U", [128512, 128512, 128512, 65]], "\"😀 '😀' U+1F600 U+0041 'A'\""],
    ["sprintf", ["%c", [-1]], '"�"'],
    ["sprintf", ["%q", [39]], "\"'\\\\''\""],
    ["sprintf", ["%+q", [233]], "\"'\\\\u00e9'\""],
    ["sprintf", ["%U", [-1]], '"U+FFFFFFFFFFFFFFFF"'],
    ["sprintf", ["%#U", [7]], '"U+0007"'],
    ["sprintf", ["%.3d|%8.3d|%-8.3d|%+.3d", [7, 7, 7, 7]], '"007|     007|007     |+007"'],
    ["sprintf", ["%.0d|", [0]], '"|"'],
    ["sprintf", ["%08d|%-08d|%+08d|% 08d", [-5, 5, 5, 5]], '"-0000005|5       |+0000005| 0000005"'],
    ["sprintf", ["%#08x", [255]], '"0x000000ff"'],
    ["sprintf", ["%5c|%05q", [65, 65]], "\"    A|00'A'\""],
    ["sprintf", ["%x", [-255]], '"-ff"'],
  ])("row %#", (name, operands, expected) => {
    expect(callBuiltin(formatBuiltins, name, operands)).toBe(expected);
  });
});
