import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { judgeJson } from "./judge-json.js";

describe("faults in OPA's words", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ type: 5 }, 1, ["fault: Invalid type. Expected: type, given: string/Array Of Strings"]],
    [{ type: ["integer", 1] }, 1, ["fault: Invalid type. Expected: type, given: string/Array Of Strings"]],
    [{ type: ["integer", "integer"] }, 1, ["fault: integer type is duplicated"]],
    [
      { type: "any" },
      1,
      [
        "fault: has a primitive type that is NOT VALID -- given: /any/ Expected valid values are:[array boolean integer number null object string]",
      ],
    ],
    [{ title: 1 }, 1, ["fault: Invalid type. Expected: string, given: title"]],
    [{ description: 1 }, 1, ["fault: Invalid type. Expected: string, given: description"]],
    [{ $ref: 1 }, 1, ["fault: Invalid type. Expected: string, given: $ref"]],
    [{ $id: 5 }, 1, ["fault: Invalid type. Expected: string, given: $id"]],
    [{ definitions: 1 }, 1, ["fault: Invalid type. Expected: Array Of Schemas, given: definitions"]],
    [{ definitions: { a: 1 } }, 1, ["fault: Invalid type. Expected: Array Of Schemas, given: definitions"]],
    [{ properties: 1 }, 1, ["fault: Properties must be of type object"]],
    [
      { additionalProperties: 1 },
      1,
      ["fault: Invalid type. Expected: boolean/Valid Schema, given: additionalProperties"],
    ],
    [{ patternProperties: 1 }, 1, ["fault: Invalid type. Expected: Valid Schema, given: patternProperties"]],
    [{ patternProperties: { "(": {} } }, 1, ["fault: Invalid regex pattern '('"]],
    [{ propertyNames: 1 }, 1, ["fault: Invalid type. Expected: Valid Schema, given: patternProperties"]],
    [{ dependencies: 1 }, 1, ["fault: dependencies must be of type object"]],
    [{ dependencies: { a: 1 } }, 1, ["fault: Dependency must be of type Schema Or Array Of Strings"]],
    [{ dependencies: { a: [1] } }, 1, ["fault: Dependency must be of type Schema Or Array Of Strings"]],
    [{ items: 1 }, 1, ["fault: Invalid type. Expected: Valid Schema/Array Of Schemas, given: items"]],
    [{ items: [1] }, 1, ["fault: Invalid type. Expected: Valid Schema/Array Of Schemas, given: items"]],
    [{ additionalItems: 1 }, 1, ["fault: Invalid type. Expected: boolean/Valid Schema, given: additionalItems"]],
    [{ multipleOf: "x" }, 1, ["fault: Invalid type. Expected: Number, given: multipleOf"]],
    [{ multipleOf: 0 }, 1, ["fault: multipleOf must be strictly greater than 0"]],
    [{ minimum: "x" }, 1, ["fault: minimum must be of a Number"]],
    [{ maximum: "x" }, 1, ["fault: maximum must be of a Number"]],
    [{ exclusiveMinimum: true }, 1, ["fault: exclusiveMinimum cannot be used without minimum"]],
    [{ exclusiveMinimum: "x" }, 1, ["fault: Invalid type. Expected: boolean/number, given: exclusiveMinimum"]],
    [
      { $schema: "http://json-schema.org/draft-04/schema", exclusiveMinimum: 1 },
      1,
      ["fault: Invalid type. Expected: boolean, given: exclusiveMinimum"],
    ],
    [
      { $schema: "http://json-schema.org/draft-06/schema", exclusiveMaximum: true },
      1,
      ["fault: Invalid type. Expected: number, given: exclusiveMaximum"],
    ],
    [{ minLength: 1.5 }, 1, ["fault: minLength must be of an integer"]],
    [{ minLength: -1 }, 1, ["fault: minLength must be greater than or equal to 0"]],
    [{ maxLength: "x" }, 1, ["fault: maxLength must be of an integer"]],
    [{ minLength: 3, maxLength: 2 }, 1, ["fault: minLength cannot be greater than maxLength"]],
    [{ pattern: 1 }, 1, ["fault: Invalid type. Expected: string, given: pattern"]],
    [{ pattern: "(?!a)" }, 1, ["fault: pattern must be a valid regex"]],
    [{ format: 1 }, 1, ["fault: Invalid type. Expected: string, given: format"]],
    [{ minProperties: 2, maxProperties: 1 }, 1, ["fault: minProperties cannot be greater than maxProperties"]],
    [{ required: 1 }, 1, ["fault: required must be of an array"]],
    [{ required: [1] }, 1, ["fault: Invalid type. Expected: string, given: required"]],
    [{ required: ["a", "a"] }, 1, ["fault: required items must be unique"]],
    [{ maxItems: -1 }, 1, ["fault: maxItems must be greater than or equal to 0"]],
    [{ uniqueItems: 1 }, 1, ["fault: uniqueItems must be of a boolean"]],
    [{ contains: 1 }, 1, ["fault: Expected: Valid Schema, given: Invalid JSON"]],
    [{ enum: 1 }, 1, ["fault: enum must be of an array"]],
    [{ enum: [1, 1] }, 1, ["fault: enum items must be unique"]],
    [{ oneOf: 1 }, 1, ["fault: oneOf must be of an array"]],
    [{ allOf: [1] }, 1, ["fault: Expected: Valid Schema, given: Invalid JSON"]],
    [{ not: 1 }, 1, ["fault: not must be of an object"]],
    [{ if: 1 }, 1, ["fault: if must be of an object"]],
    [JSON.parse('{"then":1}'), 1, ["fault: then must be of an object"]],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("faultless oddities", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ minItems: 3, maxItems: 1 }, [], ["array_min_items | (Root): Array must have at least 3 items"]],
    [{ dependencies: { a: [] } }, {}, []],
    [{ minimum: 1, exclusiveMinimum: true }, 1, ["number_gt | (Root): Must be greater than 1"]],
    [{ minimum: 1, exclusiveMinimum: false }, 1, []],
    [{ $schema: "http://json-schema.org/draft-04/schema", propertyNames: 1, contains: 1, const: 1 }, {}, []],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});
