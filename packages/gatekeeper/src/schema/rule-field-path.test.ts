import { expect, test } from "vitest";
import { readSchema } from "./read-schema.js";
import { readRuleFieldPath } from "./rule-field-path.js";

const schema = readSchema({
  type: "object",
  properties: {
    a: { type: "object", properties: { "b c": { type: "string" }, "it's": { type: "string" } } },
    m: { type: "object", additionalProperties: { type: "object", properties: { x: { type: "string" } } } },
    l: { type: "array", items: { type: "string" } },
  },
});

test.each([
  ["", ""],
  [".a", "a"],
  [".a['b c']", "a.b c"],
  ["['a'].b c", "a.b c"],
  [".a['it\\'s']", "a.it's"],
  [".m.anything.x", "m[anything].x"],
  [".m['k.k']", "m[k.k]"],
])("the path `%s` is shown as `%s`", (text, shown) => {
  expect(readRuleFieldPath(text, schema)).toEqual({ ok: true, value: shown });
});

test.each(["a", ".", ".b", ".a.", ".a[b c]", ".a['b c'", ".a['b c", ".a['\\q']", ".l[0]", ".a..b", ".a['']", "[", "'"])(
  "the path `%s` leads to no field that the schema knows",
  (text) => {
    expect(readRuleFieldPath(text, schema).ok).toBe(false);
  },
);
