import { jsonText } from "@ostiary/rego";
import { describe, expect, test } from "vitest";
import { readJsonDocument, readJsonOrYaml, readYamlDocument } from "./read-document.js";

describe("documents are JSON or YAML", () => {
  test.each([
    ['{"a": 1.0}', '{"a":1.0}'],
    ["a: [1, yes, ~]\nb:\n  c: x\n", '{"a":[1,true,null],"b":{"c":"x"}}'],
    ["12345678901234567890", "12345678901234567890"],
    ["", "null"],
    ["a: 1\n---\nb: 2\n", '{"a":1}'],
  ])("%j is %s", (text, json) => {
    const reading = readJsonOrYaml(text);
    expect(reading.ok && jsonText(reading.value)).toBe(json);
  });

  test("what is neither is told", () => {
    expect(readJsonOrYaml("a: [")).toMatchObject({ ok: false, message: expect.stringContaining("yaml") });
    expect(readJsonDocument("{")).toMatchObject({ ok: false });
  });

  test("aliases that repeat a billion values end with an error", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(10)}]`,
    );
    expect(readYamlDocument(`a0: &a0 [1]\n${levels.join("\n")}\n`)).toEqual({
      ok: false,
      message: "aliases repeat too many values",
    });
  });

  test("an object of YAML is one of JSON, whatever its keys", () => {
    const reading = readYamlDocument("__proto__: 1\n2: x\n");
    expect(reading.ok && jsonText(reading.value)).toBe('{"2":"x","__proto__":1}');
  });
});
