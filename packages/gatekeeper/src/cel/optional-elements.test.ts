import { describe, expect, it } from "vitest";
import { runCel } from "../../test/cel.js";
import { takeOptionalElements } from "./optional-elements.js";

const find = (text: string) => {
  const { text: plain, optionals } = takeOptionalElements(text);
  return { plain, optionals: [...optionals].map(([offset, indices]) => [offset, ...indices]) };
};

describe("optional elements", () => {
  it.each([
    ["[?a]", "[ a]", [[0, 0]]],
    ["[a, ?b, c, ? d]", "[a,  b, c,   d]", [[0, 1, 3]]],
    ['{?"a": b, "c": d}', '{ "a": b, "c": d}', [[0, 0]]],
    [
      "f([?a], {?1: b})",
      "f([ a], { 1: b})",
      [
        [2, 0],
        [8, 0],
      ],
    ],
    ["x in [?a]", "x in [ a]", [[5, 0]]],
    ["[[1, 2], ?a]", "[[1, 2],  a]", [[0, 1]]],
    ["[ // [?\n ?a]", "[ // [?\n  a]", [[0, 0]]],
  ])("of `%s` are found", (text, plain, optionals) => {
    expect(find(text)).toEqual({ plain, optionals });
  });

  it.each([
    "a[?0]",
    "a()[?0]",
    "[1][?0]",
    "a.?b",
    "[a ? b : c]",
    '"[?a]"',
    "'[?a]'",
    'r"\\" + "[?a]"',
    '"""[?a"[?"""',
    "'''\\'''[?a'''",
    "f(?a)",
    "[?]",
    "[a, ?]",
    "T{?a: b}",
    '"[?a',
  ])("`%s` has none", (text) => {
    expect(find(text)).toEqual({ plain: text, optionals: [] });
  });

  it("texts that are never closed take no time", () => {
    const text = `'''?${"\\'".repeat(49_990)}`;
    const start = performance.now();
    expect(find(text).optionals).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each([
    ["[?optional.of(1), ?optional.none(), 2]", "[1, 2]"],
    ['{?"a": optional.of(1), ?"b": optional.none()}', '{"a":1}'],
    ["[?object.?no, ?object.spec.?n]", "[5]"],
    ["[?dyn(1)]", "error: cannot initialize optional list element from non-optional value 1"],
    ['{?"a": dyn(1)}', "error: cannot initialize optional entry 'a' from non-optional value 1"],
    ["{?object.spec.s: object.spec.?n}", '{"Str":5}'],
    ["[?1]", "error: expected type 'optional_type(int)' but found 'int'"],
  ])("`%s` is %s", (text, result) => {
    expect(runCel(text).text.replace("compilation failed: ERROR: <input>:1:3: ", "").split("\n")[0]).toBe(result);
  });
});
