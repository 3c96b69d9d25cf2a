import { expect, test } from "vitest";
import { CelUint } from "./cel-value.js";
import { readLiteral } from "./read-literal.js";
import { tokenize } from "./tokenize.js";

const read = (text: string, sign?: "-") => {
  const [token] = tokenize(text).tokens;
  if (token === undefined) throw new Error("no token");
  const literal = readLiteral(token, sign);
  return literal.ok ? literal.value : literal.error.message;
};
const bytes = (...list: readonly number[]) => Uint8Array.from(list);

test.each([
  ["1", 1n],
  ["007", 7n],
  ["0xff", 255n],
  ["0x10u", new CelUint(16n)],
  [".5", 0.5],
  ["1e3", 1000],
  ["true", true],
  ["false", false],
  ["null", null],
  ['"a\\n\\x41\\101\\u00e9\\U0001F600\\`\\?"', "a\nAAé😀`?"],
  ["r'\\n'", "\\n"],
  ["'''a\r\nb'''", "a\nb"],
  ["b'é\\xff\\377\\n'", bytes(0xc3, 0xa9, 0xff, 0xff, 10)],
  ["br'\\xff'", bytes(92, 120, 102, 102)],
])("%j", (text, value) => {
  expect(read(text)).toEqual(value);
});

test.each([
  ["9223372036854775808", "invalid int literal"],
  ["18446744073709551616u", "invalid uint literal"],
  ["1e400", "invalid double literal"],
  ["'\\ud800'", "invalid unicode code point"],
  ["'\\U00110000'", "invalid unicode code point"],
  ["b'\\u00e9'", "unable to unescape string"],
])("%s is none: %s", (text, message) => {
  expect(read(text)).toBe(message);
});

test("a sign belongs to a number", () => {
  expect([read("9223372036854775808", "-"), read("1.5", "-")]).toEqual([-9223372036854775808n, -1.5]);
});
