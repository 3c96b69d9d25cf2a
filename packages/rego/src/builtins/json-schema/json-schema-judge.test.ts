import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { judgeJson } from "./judge-json.js";

describe("types", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ type: "integer" }, 1, []],
    [{ type: "integer" }, 1.5, ["invalid_type | (Root): Invalid type. Expected: integer, given: number"]],
    [{ type: "integer" }, "x", ["invalid_type | (Root): Invalid type. Expected: integer, given: string"]],
    [{ type: "integer" }, null, ["invalid_type | (Root): Invalid type. Expected: integer, given: null"]],
    [{ type: "number" }, 1, []],
    [{ type: "number" }, 1.5, []],
    [{ type: "number" }, true, ["invalid_type | (Root): Invalid type. Expected: number, given: boolean"]],
    [{ type: ["null", "string"] }, null, []],
    [{ type: ["null", "string"] }, "x", []],
    [{ type: ["null", "string"] }, 5, ["invalid_type | (Root): Invalid type. Expected: [null,string], given: integer"]],
    [{ type: ["null", "string"] }, [], ["invalid_type | (Root): Invalid type. Expected: [null,string], given: array"]],
    [{ type: ["null", "string"] }, {}, ["invalid_type | (Root): Invalid type. Expected: [null,string], given: object"]],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("boolean schemas", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ properties: { a: false } }, { a: 1 }, ["false | a: False always fails validation"]],
    [{ properties: { a: false } }, {}, []],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("combinations of schemas", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ anyOf: [{ type: "string" }, { type: "object", required: ["id"] }] }, "x", []],
    [
      { anyOf: [{ type: "string" }, { type: "object", required: ["id"] }] },
      {},
      ["number_any_of | (Root): Must validate at least one schema (anyOf)", "required | (Root): id is required"],
    ],
    [
      { anyOf: [{ type: "string" }, { type: "object", required: ["id"] }] },
      5,
      [
        "number_any_of | (Root): Must validate at least one schema (anyOf)",
        "invalid_type | (Root): Invalid type. Expected: string, given: integer",
      ],
    ],
    [{ oneOf: [{ type: "integer" }, { minimum: 2 }] }, 1, []],
    [
      { oneOf: [{ type: "integer" }, { minimum: 2 }] },
      2,
      ["number_one_of | (Root): Must validate one and only one schema (oneOf)"],
    ],
    [
      { oneOf: [{ type: "integer" }, { minimum: 2 }] },
      1.5,
      [
        "number_one_of | (Root): Must validate one and only one schema (oneOf)",
        "number_gte | (Root): Must be greater than or equal to 2",
      ],
    ],
    [{ allOf: [{ type: "integer" }, { minimum: 7 }] }, 8, []],
    [
      { allOf: [{ type: "integer" }, { minimum: 7 }] },
      5,
      [
        "number_gte | (Root): Must be greater than or equal to 7",
        "number_all_of | (Root): Must validate all the schemas (allOf)",
      ],
    ],
    [
      { allOf: [{ type: "integer" }, { minimum: 7 }] },
      "x",
      [
        "invalid_type | (Root): Invalid type. Expected: integer, given: string",
        "number_all_of | (Root): Must validate all the schemas (allOf)",
      ],
    ],
    [{ not: { type: "object" } }, {}, ["number_not | (Root): Must not validate the schema (not)"]],
    [{ not: { type: "object" } }, 1, []],
    [
      JSON.parse('{"if":{"type":"object"},"then":{"required":["k"]},"else":{"type":"integer"}}'),
      {},
      ['condition_then | (Root): Must validate "then" as "if" was valid', "required | (Root): k is required"],
    ],
    [JSON.parse('{"if":{"type":"object"},"then":{"required":["k"]},"else":{"type":"integer"}}'), { k: 1 }, []],
    [JSON.parse('{"if":{"type":"object"},"then":{"required":["k"]},"else":{"type":"integer"}}'), 1, []],
    [
      JSON.parse('{"if":{"type":"object"},"then":{"required":["k"]},"else":{"type":"integer"}}'),
      "x",
      [
        'condition_else | (Root): Must validate "else" as "if" was not valid',
        "invalid_type | (Root): Invalid type. Expected: integer, given: string",
      ],
    ],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("dependencies", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ dependencies: { id: ["x", "y"], a: { required: ["q"] } } }, {}, []],
    [
      { dependencies: { id: ["x", "y"], a: { required: ["q"] } } },
      { id: 1, x: 1 },
      ["missing_dependency | (Root): Has a dependency on y"],
    ],
    [{ dependencies: { id: ["x", "y"], a: { required: ["q"] } } }, { a: 1 }, ["required | (Root): q is required"]],
    [{ dependencies: { id: ["x", "y"], a: { required: ["q"] } } }, { a: 1, q: 1 }, []],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("members", () => {
  test.each<[Value, Value, readonly string[]]>([
    [
      { properties: { a: { properties: { b: { items: { type: "integer" } } } } } },
      { a: { b: [1, "x"] } },
      ["invalid_type | a.b.1: Invalid type. Expected: integer, given: string"],
    ],
    [{ properties: { a: { properties: { b: { items: { type: "integer" } } } } } }, { a: 1 }, []],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});
