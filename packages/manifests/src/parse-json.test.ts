import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.js";

describe("parseJson", () => {
  it.each([
    ['{"a": [1, "x", null, true]}', { a: [1, "x", null, true] }],
    ['{"a": "\\ud83d\\ude00"}', { a: "😀" }],
    ['{"a": "\\ud83d!"}', { a: "\uFFFD!" }],
    ['{"a": "\\\\ud83d"}', { a: "\\ud83d" }],
  ])("reads %s", (text, value) => {
    expect(parseJson(text, 10)).toEqual({ kind: "value", value });
  });

  it("makes `__proto__` a property like any other", () => {
    const reading = parseJson('{"__proto__": {"a": 1}}', 10);
    expect(reading.kind === "value" && Object.keys(reading.value as object)).toEqual(["__proto__"]);
  });

  it.each([
    ["a duplicate key", '{"a": 1, "a": 2}'],
    ["an integer that loses digits", '{"a": 12345678901234567890}'],
    ["a number with an exponent", '{"a": 1e400}'],
    ["a string that looks like a key, among others", '{"a": "\\": "}'],
    ["more depth than allowed", `${'{"a":'.repeat(11)}1${"}".repeat(11)}`],
  ])("leaves to the slower way: %s", (_what, text) => {
    expect(parseJson(text, 10)).toEqual({ kind: "delicate" });
  });

  it.each(["{a: 1}", "{", "", '{"a": 1} {"b": 2}', "{{ x }}"])("finds that %j is something else", (text) => {
    expect(parseJson(text, 10)).toEqual({ kind: "other" });
  });
});
