import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("strings", () => {
  it.each([
    ['"héllo".charAt(1)', "é"],
    ['"héllo".charAt(5)', ""],
    ['"héllo".charAt(9)', "error: index out of range: 9"],
    ['"héllo".charAt(-1)', "error: index out of range: -1"],
    ['"héllo".substring(1, 3)', "él"],
    ['"héllo".substring(2)', "llo"],
    ['"héllo".substring(3, 1)', "error: invalid substring range. start: 3, end: 1"],
    ['"héllo".substring(0, 9)', "error: index out of range: 9"],
    ['"😀b".substring(1)', "b"],
  ])("positions count characters: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"héllo".indexOf("l")', "2"],
    ['"héllo".indexOf("l", 3)', "3"],
    ['"héllo".indexOf("z")', "-1"],
    ['"héllo".indexOf("", 2)', "2"],
    ['"héllo".indexOf("", 9)', "9"],
    ['"héllo".indexOf("l", -1)', "error: index out of range: -1"],
    ['"héllo".lastIndexOf("l")', "3"],
    ['"héllo".lastIndexOf("l", 2)', "2"],
    ['"héllo".lastIndexOf("lo", 4)', "3"],
    ['"héllo".lastIndexOf("")', "5"],
    ['"a".lastIndexOf("ab")', "-1"],
    ['"héllo".lastIndexOf("l", -1)', "error: index out of range: -1"],
    ['"😀b😀".lastIndexOf("😀")', "2"],
  ])("a part is looked for from an offset: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"abcabc".replace("b", "x")', "axcaxc"],
    ['"abcabc".replace("b", "x", 1)', "axcabc"],
    ['"abc".replace("", "-")', "-a-b-c-"],
    ['"abc".replace("", "-", 2)', "-a-bc"],
    ['"abc".replace("b", "$&")', "a$&c"],
    ['"abc".replace("z", "x")', "abc"],
    ['"aaa".replace("a", "b", 0)', "aaa"],
  ])("parts are replaced, all or the first ones: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"a,b,c".split(",")', '["a", "b", "c"]'],
    ['"a,b,c".split(",", 2)', '["a", "b,c"]'],
    ['"a,b,c".split(",", 0)', "[]"],
    ['"abc".split("")', '["a", "b", "c"]'],
    ['["a", "b"].join()', "ab"],
    ['["a", "b"].join("-")', "a-b"],
    ['object.spec.strs.join(", ")', "a, b"],
    ['object.spec.l.join(",")', "error: no such overload: join(list, string)"],
    ['object.spec.e.join(",")', ""],
    [
      'dyn(["a", dyn(1)]).join(",")',
      "error: compilation failed: ERROR: <input>:1:14: expected type 'string' but found 'dyn'\n | dyn([\"a\", dyn(1)]).join(\",\")\n | .............^",
    ],
  ])("texts are split and joined: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"AÉb".lowerAscii()', "aÉb"],
    ['"aéB".upperAscii()', "AéB"],
    ['"\\u00a0 x\\t\\n".trim()', "x"],
    ["object.spec.f.lowerAscii()", "error: no such overload: lowerAscii(double)"],
  ])("letters of ASCII change their case, blanks are trimmed: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([['strings.quote("a\\"b\\n\\\\")', '"a\\"b\\n\\\\"']])("quotes: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
