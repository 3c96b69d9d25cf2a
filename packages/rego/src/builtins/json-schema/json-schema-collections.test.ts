import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { judgeJson } from "./judge-json.js";

describe("items of arrays", () => {
  test.each<[Value, Value, readonly string[]]>([
    [
      { items: { type: "integer" }, minItems: 1, maxItems: 2, uniqueItems: true },
      [],
      ["array_min_items | (Root): Array must have at least 1 items"],
    ],
    [{ items: { type: "integer" }, minItems: 1, maxItems: 2, uniqueItems: true }, [1, 2], []],
    [
      { items: { type: "integer" }, minItems: 1, maxItems: 2, uniqueItems: true },
      [1, "x", 1],
      [
        "invalid_type | 1: Invalid type. Expected: integer, given: string",
        "array_max_items | (Root): Array must have at most 2 items",
        "unique | (Root): array items[0,2] must be unique",
      ],
    ],
    [{ items: { type: "integer" }, minItems: 1, maxItems: 2, uniqueItems: true }, {}, []],
    [{ items: [{ type: "integer" }, { type: "array" }], additionalItems: false }, [1, []], []],
    [
      { items: [{ type: "integer" }, { type: "array" }], additionalItems: false },
      ["x"],
      ["invalid_type | 0: Invalid type. Expected: integer, given: string"],
    ],
    [
      { items: [{ type: "integer" }, { type: "array" }], additionalItems: false },
      [1, [], 2],
      ["array_no_additional_items | (Root): No additional items allowed on array"],
    ],
    [{ items: [{ type: "integer" }], additionalItems: { type: "null" } }, [1, null], []],
    [
      { items: [{ type: "integer" }], additionalItems: { type: "null" } },
      [1, 2],
      ["invalid_type | 1: Invalid type. Expected: null, given: integer"],
    ],
    [{ additionalItems: false }, [1], []],
    [{ items: false }, [1], ["false | 0: False always fails validation"]],
    [{ items: false }, [], []],
    [
      { uniqueItems: true },
      [1, 1, { a: 1, b: 2 }, { b: 2, a: 1 }],
      ["unique | (Root): array items[0,1] must be unique", "unique | (Root): array items[2,3] must be unique"],
    ],
    [{ uniqueItems: true }, ["1", 1], []],
    [
      { contains: { type: "object", required: ["z"] } },
      [],
      ["contains | (Root): At least one of the items must match"],
    ],
    [
      { contains: { type: "object", required: ["z"] } },
      [1, {}],
      ["contains | (Root): At least one of the items must match", "required | 1: z is required"],
    ],
    [{ contains: { type: "object", required: ["z"] } }, [{ z: 1 }], []],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("members of objects", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ minProperties: 1, maxProperties: 1 }, {}, ["array_min_properties | (Root): Must have at least 1 properties"]],
    [{ minProperties: 1, maxProperties: 1 }, { a: 1 }, []],
    [
      { minProperties: 1, maxProperties: 1 },
      { a: 1, b: 2 },
      ["array_max_properties | (Root): Must have at most 1 properties"],
    ],
    [{ minProperties: 1, maxProperties: 1 }, [], []],
    [{ required: ["id", "zz"] }, { id: 1 }, ["required | (Root): zz is required"]],
    [{ required: ["id", "zz"] }, {}, ["required | (Root): id is required", "required | (Root): zz is required"]],
    [
      { additionalProperties: false, properties: { a: {} }, patternProperties: { "^x": { type: "null" } } },
      { a: 1, x1: null },
      [],
    ],
    [
      { additionalProperties: false, properties: { a: {} }, patternProperties: { "^x": { type: "null" } } },
      { b: 1 },
      ["additional_property_not_allowed | (Root): Additional property b is not allowed"],
    ],
    [
      { additionalProperties: false, properties: { a: {} }, patternProperties: { "^x": { type: "null" } } },
      { x1: 1 },
      ["invalid_type | x1: Invalid type. Expected: null, given: integer"],
    ],
    [
      { additionalProperties: { type: "string" } },
      { a: 1 },
      ["invalid_type | a: Invalid type. Expected: string, given: integer"],
    ],
    [{ additionalProperties: { type: "string" } }, { a: "x" }, []],
    [{ propertyNames: { pattern: "^[a-z]{2}$" } }, { ab: 1 }, []],
    [
      { propertyNames: { pattern: "^[a-z]{2}$" } },
      { abc: 1 },
      [
        'invalid_property_name | (Root): Property name of "abc" does not match',
        "pattern | (Root): Does not match pattern '^[a-z]{2}$'",
      ],
    ],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});
