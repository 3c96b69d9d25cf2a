import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../rule.js";
import { printSet, printValue } from "./print-value.js";

describe("printValue", () => {
  it.each(["", "text", 'a "b"\n', "\u200b"])("prints the text %j bare", (text) => {
    expect(printValue(text, "exact")).toBe(text);
    expect(printValue(text, "float")).toBe(text);
  });

  it.each<[Json, string]>([
    [null, "null"],
    [true, "true"],
    [false, "false"],
    [[], "[]"],
    [{}, "{}"],
    [["a", "b"], '["a", "b"]'],
    [[["a"], [], {}], '[["a"], [], {}]'],
    [{ b: 1, a: [true, null], A: {} }, '{"A": {}, "a": [true, null], "b": 1}'],
    [{ "～": 1, "😀": 2 }, '{"～": 1, "😀": 2}'],
    [['a"b', "<&>", "é", "\t", "\0", "\u200b", "\ud800"], '["a\\"b", "<&>", "é", "\\t", "\\x00", "\\u200b", "\ufffd"]'],
    [{ 'k"': 1 }, '{"k\\"": 1}'],
    [[JSON.parse('{"__proto__": 1}')], '[{"__proto__": 1}]'],
  ])("prints %j as %s, whatever the form of numbers", (value, printed) => {
    expect(printValue(value, "exact")).toBe(printed);
    expect(printValue(value, "float")).toBe(printed);
  });

  it.each<[number | bigint, string, string]>([
    [0, "0", "0"],
    [-5, "-5", "-5"],
    [999_999, "999999", "999999"],
    [1_000_000, "1000000", "1e+06"],
    [-1_000_000, "-1000000", "-1e+06"],
    [2_500_000, "2500000", "2.5e+06"],
    [1_234_567, "1234567", "1.234567e+06"],
    [4_294_967_295, "4294967295", "4.294967295e+09"],
    [9_007_199_254_740_993n, "9007199254740993", "9.007199254740992e+15"],
    [5n, "5", "5"],
    [1.5, "1.5", "1.5"],
    [0.0001, "0.0001", "0.0001"],
    [0.00001, "0.00001", "1e-05"],
    [1e21, "1e+21", "1e+21"],
    [1.5e100, "1.5e+100", "1.5e+100"],
  ])("prints %s as %s, or as a float %s", (value, exact, float) => {
    expect(printValue(value, "exact")).toBe(exact);
    expect(printValue(value, "float")).toBe(float);
    expect(printValue([value, { n: value }], "float")).toBe(`[${float}, {"n": ${float}}]`);
  });

  it("prints what is 100,000 deep", () => {
    let deep: Json = "x";
    for (let depth = 0; depth < 100_000; depth++) deep = depth % 2 === 0 ? [deep] : { a: deep };
    expect(printValue(deep, "float")).toHaveLength(50_000 * 2 + 50_000 * 7 + 3);
  });

  it("prints a list of 200,000 items", () => {
    expect(
      printValue(
        Array.from({ length: 200_000 }, () => 1),
        "float",
      ),
    ).toHaveLength(200_000 * 3);
  });

  it("differs from JSON in blanks and in the order of keys only, for values without odd characters", () => {
    const key = fc.string({ unit: fc.constantFrom(..."abcé/.-"), maxLength: 3 });
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.integer({ min: -999_999, max: 999_999 }),
        fc.boolean(),
        fc.constant(null),
        key,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(key, tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        expect(JSON.parse(printValue([json], "float"))).toEqual([json]);
      }),
    );
  });
});

describe("printSet", () => {
  it.each([
    [[], "set()"],
    [["a"], '{"a"}'],
    [["b", "a", "b"], '{"a", "b"}'],
    [["😀", "～"], '{"～", "😀"}'],
    [["\t"], '{"\\t"}'],
  ])("prints %j as %s", (items, printed) => {
    expect(printSet(items)).toBe(printed);
  });
});
