import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { formatBuiltins } from "./format.js";

describe("texts under their verbs", () => {
  test.each<[string, readonly Value[], string]>([
    ["sprintf", ["%s %v %q", ["é", "é", 'a"b']], '"é é \\"a\\\\\\"b\\""'],
    ["sprintf", ["%.2s|%5.1s|%-5s|%05s|", ["héllo", "héllo", "a", "a"]], '"hé|    h|a    |0000a|"'],
    [
      "sprintf",
      ["%x %X % x %#x %# x %.1x", ["hi", "hi", "hi", "hi", "hi", "hi"]],
      '"6869 6869 68 69 0x6869 0x68 0x69 68"',
    ],
    ["sprintf", ["%x|%5x|", ["", ""]], '"|     |"'],
    ["sprintf", ["%#q %#q %+q", ["a", "a`", "é"]], '"`a` \\"a`\\" \\"\\\\u00e9\\""'],
    ["sprintf", ["%#v", ["a"]], '"\\"a\\""'],
    ["sprintf", ["%10q|%-10q|", ["a", "a"]], '"       \\"a\\"|\\"a\\"       |"'],
  ])("row %#", (name, operands, expected) => {
    expect(callBuiltin(formatBuiltins, name, operands)).toBe(expected);
  });
});
