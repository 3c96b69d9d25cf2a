import { describe, expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { jsonSchemaBuiltins } from "./json-schema.js";

describe("documents are judged", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.match_schema", [{ id: 5 }, { properties: { id: { type: "integer" } }, required: ["id"] }], "[true, []]"],
    ["json.match_schema", ['{"id": 5}', { properties: { id: { type: "integer" } }, required: ["id"] }], "[true, []]"],
    [
      "json.match_schema",
      [{ id: "x" }, '{"properties":{"id":{"type":"integer"}},"required":["id"]}'],
      '[false, [{"desc": "Invalid type. Expected: integer, given: string", "error": "id: Invalid type. Expected: integer, given: string", "field": "id", "type": "invalid_type"}]]',
    ],
    [
      "json.match_schema",
      [[1, new RegoSet([1, 2])], { items: { type: "integer" } }],
      '[false, [{"desc": "Invalid type. Expected: integer, given: array", "error": "1: Invalid type. Expected: integer, given: array", "field": "1", "type": "invalid_type"}]]',
    ],
    ["json.match_schema", [new RegoObject([[1, 2]]), { required: ["1"] }], "[true, []]"],
    ["json.match_schema", [{}, "true"], "[true, []]"],
    [
      "json.match_schema",
      [{}, "false"],
      '[false, [{"desc": "False always fails validation", "error": "(Root): False always fails validation", "field": "(Root)", "type": "false"}]]',
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonSchemaBuiltins, name, operands)).toBe(expected);
  });
});

describe("schemas are checked", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.verify_schema", [{ properties: { id: { type: "integer" } }, required: ["id"] }], "[true, null]"],
    ["json.verify_schema", ['{"type": "boolean"}'], "[true, null]"],
    [
      "json.verify_schema",
      [{ type: "unknown" }],
      '[false, "jsonschema: has a primitive type that is NOT VALID -- given: /unknown/ Expected valid values are:[array boolean integer number null object string]"]',
    ],
    ["json.verify_schema", ["{"], '[false, "jsonschema: invalid JSON string"]'],
    ["json.verify_schema", [5], '[false, "jsonschema: wrong type, expected string or object"]'],
    ["json.verify_schema", [true], '[false, "jsonschema: wrong type, expected string or object"]'],
    ["json.verify_schema", ["5"], '[false, "jsonschema: schema is invalid"]'],
    ["json.verify_schema", [[]], '[false, "jsonschema: schema is invalid"]'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonSchemaBuiltins, name, operands)).toBe(expected);
  });
});

describe("what is no document or no schema is a fault", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.match_schema", ["{", {}], "eval_builtin_error: json.match_schema: invalid JSON string"],
    ["json.match_schema", [5, {}], "eval_builtin_error: json.match_schema: wrong type, expected string or object"],
    ["json.match_schema", [{}, "{"], "eval_builtin_error: json.match_schema: invalid JSON string"],
    ["json.match_schema", [{}, 5], "eval_builtin_error: json.match_schema: wrong type, expected string or object"],
    [
      "json.match_schema",
      [{}, { type: "unknown" }],
      "eval_builtin_error: json.match_schema: has a primitive type that is NOT VALID -- given: /unknown/ Expected valid values are:[array boolean integer number null object string]",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonSchemaBuiltins, name, operands)).toBe(expected);
  });
});
