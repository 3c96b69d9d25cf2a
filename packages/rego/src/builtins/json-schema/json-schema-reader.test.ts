import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { judgeJson } from "./judge-json.js";

describe("schemas that refer to themselves", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ type: "object", properties: { a: { $ref: "#" } } }, { a: { a: {} } }, []],
    [
      { type: "object", properties: { a: { $ref: "#" } } },
      { a: { a: 1 } },
      ["invalid_type | a.a: Invalid type. Expected: object, given: integer"],
    ],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("what stands beside a reference does not count", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ definitions: { a: { type: "null" } }, $ref: "#/definitions/a", minimum: 5 }, null, []],
    [
      { definitions: { a: { type: "null" } }, $ref: "#/definitions/a", minimum: 5 },
      1,
      ["invalid_type | (Root): Invalid type. Expected: null, given: integer"],
    ],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("what is no schema", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ properties: { a: 1 } }, 1, ["fault: Expected: Valid Schema, given: Invalid JSON"]],
    [{ $ref: "#/title", title: "t" }, 1, ["fault: Valid Schema must be of type object"]],
    [
      { $schema: "http://json-schema.org/draft-04/schema", items: true },
      1,
      ["fault: Expected: Valid Schema, given: Invalid JSON"],
    ],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

test("a schema that means itself does not exhaust the stack", () => {
  expect(judgeJson({ $ref: "#" }, 1)).toEqual(["fault: document or schema is nested too deeply"]);
});

test("work is charged, so that alternatives of alternatives end", () => {
  let left = 1_000;
  const charge = (): void => {
    left -= 1;
    if (left === 0) throw new RangeError("enough");
  };
  expect(() => judgeJson({ anyOf: [{ $ref: "#" }, { $ref: "#" }] }, 1, charge)).toThrow("enough");
});

test("schemas that are nested too deeply are refused", () => {
  let schema: Value = {};
  for (let depth = 0; depth < 5_000; depth += 1) schema = { not: schema };
  expect(judgeJson(schema, 1)).toEqual(["fault: schema is nested too deeply"]);
});
