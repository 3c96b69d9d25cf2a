import fc from "fast-check";
import { expect, test } from "vitest";
import { indentJson, jsonArray, jsonObject } from "./indent-json.js";

test("compact JSON is spread over lines as JSON.stringify would", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      expect(indentJson(JSON.stringify(value), "\t")).toBe(JSON.stringify(value, null, "\t"));
    }),
  );
});

test.each(["[]", "{}", '""', '"{[,:\\"]}"', "1"])("%s stays as it is", (json) => {
  expect(indentJson(json)).toBe(json);
});

test("10 MB in one string, and 1,000 levels, are no trouble", () => {
  for (const text of ["x".repeat(10_000_000), '\\"'.repeat(1_000_000)].map((text) => JSON.stringify(text))) {
    expect(indentJson(text)).toBe(text);
  }
  const deep = `${"[".repeat(1_000)}${"]".repeat(1_000)}`;
  expect(indentJson(deep)).toBe(JSON.stringify(JSON.parse(deep), null, 2));
});

test("objects and arrays are put together of JSON", () => {
  expect(jsonObject({ a: "1", b: undefined, c: jsonArray(["2", "{}"]) })).toBe('{"a":1,"c":[2,{}]}');
});
