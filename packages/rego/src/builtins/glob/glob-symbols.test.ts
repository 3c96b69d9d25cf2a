import { expect, test } from "vitest";
import { readGlobSymbols } from "./glob-symbols.js";

test("symbols are ranges that may be repeated", () => {
  expect(readGlobSymbols("a.[b-c\\]]*\\++")).toStrictEqual({
    ok: true,
    symbols: [
      { ranges: [[97, 97]], isRepeated: false, isOptional: false },
      { ranges: [[0, 0x10ffff]], isRepeated: false, isOptional: false },
      {
        ranges: [
          [98, 99],
          [93, 93],
        ],
        isRepeated: true,
        isOptional: true,
      },
      { ranges: [[43, 43]], isRepeated: true, isOptional: false },
    ],
  });
});

test.each([
  ["pqrs]", "input:pqrs], pos:5, set-close ']' with no preceding '['"],
  ["[abc", "input:[abc, pos:4, found [ without matching ]"],
  ["[z-a]", "input:[z-a], pos:4, range is out of order: 'a' comes before 'z' in Unicode"],
  ["a\\", "input:a\\, pos:1, input ends with a \\ (escape) character"],
  ["a**", "input:a**, pos:3, flag '*' must be preceded by a non-flag"],
  ["[-a]", "input:[-a], pos:2, range character '-' must be preceded by a Unicode character"],
  ["[a-]", "input:[a-], pos:3, range character '-' must be followed by a Unicode character"],
])("%s", (pattern, message) => {
  expect(readGlobSymbols(pattern)).toStrictEqual({ ok: false, message: `${message}: the input provided is invalid` });
});
