import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeCollection } from "../test/write-collection.js";
import { parseLossless, readJsonLines } from "./json-lines.js";

describe("readJsonLines", () => {
  it("reads one object per line, and no blank lines", () => {
    const folder = writeCollection({ "cases.jsonl": '{"a":1}\n\n{"b":"{"}\r\n' });
    expect(readJsonLines(join(folder, "cases.jsonl"))).toEqual([{ a: 1 }, { b: "{" }]);
  });

  it("does not pass over a line that is not JSON", () => {
    const folder = writeCollection({ "cases.jsonl": '{"a":1}\n{"a":' });
    expect(() => readJsonLines(join(folder, "cases.jsonl"))).toThrow(SyntaxError);
  });
});

describe("parseLossless", () => {
  it.each([
    ['{"a":9007199254740991}', 9007199254740991],
    ['{"a":9007199254740993}', 9007199254740993n],
    ['{"a":-9223372036854775808}', -9223372036854775808n],
    ['{"a":18446744073709551615}', 18446744073709551615n],
    ['{"a":18446744073709551616}', 2 ** 64],
    ['{"a":1234567890.1234567}', 1234567890.1234567],
    ['{"a":1e300}', 1e300],
    ['{"a":"12345678901234567890"}', "12345678901234567890"],
  ])("reads %s without rounding integers of 64 bits", (text, value) => {
    expect(parseLossless(text)).toEqual({ a: value });
  });

  it("reads what is nested deeper than manifests may be", () => {
    const text = `{"a":${"[".repeat(600)}9007199254740993${"]".repeat(600)}}`;
    expect(
      JSON.stringify(parseLossless(text), (_, value) => (typeof value === "bigint" ? `${value}` : value)),
    ).toContain('"9007199254740993"');
  });
});
