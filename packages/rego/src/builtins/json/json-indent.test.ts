import fc from "fast-check";
import { expect, test } from "vitest";
import { indentJson } from "./json-indent.js";

test("lines begin with the prefix and their indent; empty collections stay together", () => {
  expect(indentJson('{"a":[1,{}],"b":"x{,:}"}', ">", "  ")).toBe(
    '>{\n>  "a": [\n>    1,\n>    {}\n>  ],\n>  "b": "x{,:}"\n>}',
  );
});

test("without a prefix it is what JavaScript writes", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indentJson(JSON.stringify(value), "", "\t")).toBe(JSON.stringify(value, undefined, "\t"));
    }),
  );
});
