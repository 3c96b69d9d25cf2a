import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("format", () => {
  it.each([
    ['"%s %d".format(["a", 1])', "a 1"],
    ['"100%%".format([])', "100%"],
    ['"%.2f".format([1234.5678])', "1,234.57"],
    ['"%f".format([1.0])', "1.000000"],
    ['"%.0f".format([0.5])', "0"],
    ['"%e".format([1234.5678])', "1.234568×10⁰³"],
    ['"%.2e".format([0.00012])', "1.200000×10⁻⁰⁴"],
    ['"%b %o %x %X".format([5, 8, 255, 255])', "101 10 ff FF"],
    ['"%b".format([true])', "1"],
    ['"%x".format(["hi"])', "6869"],
    ['"%X".format([b"\\xff"])', "FF"],
    ['"%d".format([5u])', "5"],
    ['"%f".format(["NaN"])', "NaN"],
    ['"%b".format([-5])', "-101"],
  ])("each clause stands for a value: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      '"%d".format([object.spec.s])',
      "error: error during formatting: decimal clause can only be used on integers, was given string",
    ],
    [
      '"%f".format([object.spec.n])',
      "error: error during formatting: fixed-point clause can only be used on doubles, was given int",
    ],
    [
      '"%x".format([object.spec.f])',
      "error: error during formatting: only integers, byte buffers, and strings can be formatted as hex, was given double",
    ],
    [
      '"%o".format([object.spec.f])',
      "error: error during formatting: octal clause can only be used on integers, was given double",
    ],
    [
      '"%b".format([object.spec.s])',
      "error: error during formatting: only integers and bools can be formatted as binary, was given string",
    ],
    [
      '"%e".format([object.spec.l])',
      "error: error during formatting: scientific clause can only be used on doubles, was given list",
    ],
  ])("what a clause does not take is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
