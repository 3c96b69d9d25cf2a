import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson, readJson } from "./json-reader.js";
import { numberFromText } from "./number.js";

describe("texts that are read", () => {
  test.each<[string, unknown]>([
    [' [1, -2.5, true, false, null, "a"]\n', [1, -2.5, true, false, null, "a"]],
    [
      "[1.0, 1e3, -0, 12345678901234567890, 1E400]",
      ["1.0", "1e3", "-0", "12345678901234567890", "1E400"].map(numberFromText),
    ],
    ['{"a": 1, "b": {"c": []}, "a": 2, "d": 1.50}', { a: 2, b: { c: [] }, d: numberFromText("1.50") }],
    ['"\\ud800"', "\ufffd"],
    ['"\\ud83d\\ude00 \\u0041\\/\\n"', "😀 A/\n"],
    ["1 null", 1],
    ["{}", {}],
    ['[{"a": 0.0}, {}]', [{ a: numberFromText("0.0") }, {}]],
  ])("%j", (text, expected) => {
    expect(parseJson(text)).toStrictEqual(expected);
  });

  test("a key called __proto__ is an ordinary one", () => {
    expect(Object.keys(parseJson('{"__proto__": 1.0}') ?? {})).toStrictEqual(["__proto__"]);
    expect(Object.keys(parseJson('{"__proto__": 1}') ?? {})).toStrictEqual(["__proto__"]);
  });
});

describe("faults have the words of OPA's json.unmarshal", () => {
  test.each([
    ["", "EOF"],
    ["  ", "EOF"],
    ["{", "unexpected EOF"],
    ["nul", "unexpected EOF"],
    ["[1", "unexpected EOF"],
    ['"a', "unexpected EOF"],
    ["-", "unexpected EOF"],
    ["1.", "unexpected EOF"],
    ["1e", "unexpected EOF"],
    ['["\\u00', "unexpected EOF"],
    ["1 nul", "unexpected EOF"],
    ["[1,]", "invalid character ']' looking for beginning of value"],
    ["nulx", "invalid character 'x' in literal null (expecting 'l')"],
    ["tru ", "invalid character ' ' in literal true (expecting 'e')"],
    ["1 2", "error: invalid character '2' after top-level value"],
    ["01", "error: invalid character '1' after top-level value"],
    ["1 true", "error: invalid character '%!s(bool=true)' after top-level value"],
    ['1 "abc"', "error: invalid character 'abc' after top-level value"],
    ["1 [1", "error: invalid character '[' after top-level value"],
    ["1]", "invalid character ']' looking for beginning of value"],
    ["{} :", "invalid character ':' looking for beginning of value"],
    ["1a", "invalid character 'a' looking for beginning of value"],
    ['"\\x"', "invalid character 'x' in string escape code"],
    ['"\n"', "invalid character '\\n' in string literal"],
    ['"\\u12g4"', "invalid character 'g' in \\u hexadecimal character escape"],
    ["{1:2}", "invalid character '1' looking for beginning of object key string"],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ['{"a" 2}', "invalid character '2' after object key"],
    ['{"a":1 2}', "invalid character '2' after object key:value pair"],
    ["[1 2]", "invalid character '2' after array element"],
    ["-a", "invalid character 'a' in numeric literal"],
    ["1.a", "invalid character 'a' after decimal point in numeric literal"],
    ["1e+a", "invalid character 'a' in exponent of numeric literal"],
    ["é", "invalid character 'Ã' looking for beginning of value"],
    ["\ufeff1", "invalid character 'ï' looking for beginning of value"],
    ["😀", "invalid character 'ð' looking for beginning of value"],
    ["\t\v1", "invalid character '\\v' looking for beginning of value"],
    ["'", "invalid character '\\'' looking for beginning of value"],
    ["[".repeat(10_001), "invalid character '[' exceeded max depth"],
  ])("%j: %s", (text, message) => {
    expect(readJson(text)).toStrictEqual({ ok: false, message });
    expect(parseJson(text)).toBeUndefined();
  });
});

test("both readers agree", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const own = readJson(`[${text}, 1.0]`);
      const native = readJson(text);
      expect(own.ok && Array.isArray(own.value) && own.value[0]).toStrictEqual(native.ok && native.value);
    }),
  );
});

test("a stack that is full is no fault of the text", () => {
  const text = `${"[".repeat(5_000)}1.0${"]".repeat(5_000)}`;
  const readAtTheEnd = (): ReturnType<typeof readJson> => {
    try {
      return readAtTheEnd();
    } catch {
      return readJson(text);
    }
  };
  expect(readAtTheEnd().ok).toBe(true);
});
