import { expect, it } from "vitest";
import { jsonObjects } from "./json-stream.js";

const texts = (text: string): string[] => jsonObjects(text).map((part) => part.text);

it.each([
  ["one object", '{"a": "}"}', ['{"a": "}"}']],
  ["one object and blanks", ' {"a": 1} \n', [' {"a": 1} \n']],
  ["objects line by line", '{"a":1}\n{"b":{"c":2}}\n', ['{"a":1}', '{"b":{"c":2}}']],
  ["objects without anything between", '{}{"a":"\\"}{"}', ["{}", '{"a":"\\"}{"}']],
  ["a broken object among others", '{"a":1} {"b":} {"c":3}', ['{"a":1}', '{"b":}', '{"c":3}']],
  ["something else behind an object", '{"a":1} junk', ['{"a":1}', "junk"]],
  ["a flow mapping that is not JSON", "{a: 1} {b: 2}", ["{a: 1} {b: 2}"]],
  ["a template placeholder", "{{ x }}: 1", ["{{ x }}: 1"]],
  ["an unfinished object", '{"a": "', ['{"a": "']],
])("%s", (_what, text, parts) => {
  expect(texts(text)).toEqual(parts);
});

it("tells where each object begins", () => {
  const text = '{"a":1}\n  {"b":2}';
  for (const part of jsonObjects(text)) expect(text.slice(part.offset, part.offset + part.text.length)).toBe(part.text);
});
