import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { judgeJson } from "./judge-json.js";

describe("references inside the document", () => {
  test.each<[Value, Value, readonly string[]]>([
    [
      { $ref: "#/definitions/a~1b", definitions: { "a/b": { type: "null" } } },
      1,
      ["invalid_type | (Root): Invalid type. Expected: null, given: integer"],
    ],
    [
      { $ref: "#/a%20b/1", "a b": [{}, { type: "null" }] },
      1,
      ["invalid_type | (Root): Invalid type. Expected: null, given: integer"],
    ],
    [
      { definitions: { p: { $id: "#p", type: "integer" } }, properties: { id: { $ref: "#p" } } },
      { id: "x" },
      ["invalid_type | id: Invalid type. Expected: integer, given: string"],
    ],
    [
      {
        $id: "http://x.org/root.json",
        definitions: { p: { $id: "p.json", type: "string", definitions: { q: { type: "null" } } } },
        properties: { id: { $ref: "p.json" }, x: { $ref: "p.json#/definitions/q" }, a: { $ref: "#/definitions/p" } },
      },
      { id: 1, x: 1, a: 1 },
      [
        "invalid_type | a: Invalid type. Expected: string, given: integer",
        "invalid_type | id: Invalid type. Expected: string, given: integer",
        "invalid_type | x: Invalid type. Expected: null, given: integer",
      ],
    ],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("references to nothing", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ $ref: "#/nope" }, {}, ["fault: Object has no key 'nope'"]],
    [{ $ref: "#/enum/9", enum: [{}] }, {}, ["fault: Out of bound array[0,1] index '9'"]],
    [{ $ref: "#/enum/x", enum: [{}] }, {}, ["fault: Invalid array index 'x'"]],
    [{ $ref: "#/title/x", title: "t" }, {}, ["fault: Invalid token reference 'x'"]],
    [{ $ref: "foo" }, {}, ["fault: Reference /foo must be canonical"]],
    [{ $ref: "%zz" }, {}, ['fault: parse "%zz": invalid URL escape "%zz"']],
    [{ definitions: { a: { $id: "x" }, b: { $id: "x" } } }, {}, ['fault: Reference already exists: "/x"']],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("drafts", () => {
  test.each<[Value, Value, readonly string[]]>([
    [
      { $schema: "http://json-schema.org/draft-04/schema#", minimum: 5, exclusiveMinimum: true, const: 3, if: true },
      5,
      ["number_gt | (Root): Must be greater than 5"],
    ],
    [
      { $schema: "http://json-schema.org/draft-04/schema#", minimum: 5, exclusiveMinimum: true, const: 3, if: true },
      6,
      [],
    ],
    [
      JSON.parse(
        '{"$schema":"http://json-schema.org/draft-06/schema#","minimum":5,"exclusiveMinimum":7,"if":true,"then":false}',
      ),
      7,
      ["number_gt | (Root): Must be greater than 7"],
    ],
    [
      JSON.parse(
        '{"$schema":"http://json-schema.org/draft-06/schema#","minimum":5,"exclusiveMinimum":7,"if":true,"then":false}',
      ),
      8,
      [],
    ],
    [
      JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema","if":true,"then":false}'),
      1,
      [
        'condition_then | (Root): Must validate "then" as "if" was valid',
        "false | (Root): False always fails validation",
      ],
    ],
    [
      { $schema: "https://json-schema.org/draft/2020-12/schema", type: "string" },
      1,
      ["invalid_type | (Root): Invalid type. Expected: string, given: integer"],
    ],
    [{ $schema: 1 }, 1, ["fault: $schema must be of type string"]],
    [[], 1, ["fault: schema is invalid"]],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});
