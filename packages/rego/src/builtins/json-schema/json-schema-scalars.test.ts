import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { judgeJson } from "./judge-json.js";

describe("numbers", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ minimum: 6 }, 5, ["number_gte | (Root): Must be greater than or equal to 6"]],
    [{ minimum: 6 }, 6, []],
    [{ minimum: 6 }, 6.5, []],
    [{ exclusiveMinimum: 5 }, 5, ["number_gt | (Root): Must be greater than 5"]],
    [{ exclusiveMinimum: 5 }, 5.1, []],
    [{ maximum: 4.5 }, 4.5, []],
    [{ maximum: 4.5 }, 5, ["number_lte | (Root): Must be less than or equal to 4.5"]],
    [{ exclusiveMaximum: 5 }, 5, ["number_lt | (Root): Must be less than 5"]],
    [{ exclusiveMaximum: 5 }, 4, []],
    [{ multipleOf: 0.01 }, 19.99, []],
    [{ multipleOf: 0.01 }, 0.005, ["multiple_of | (Root): Must be a multiple of 0.01"]],
    [{ multipleOf: 0.01 }, 0, []],
    [{ multipleOf: 0.01 }, 100000000000000000000, []],
    [{ multipleOf: 0.01 }, -3, []],
    [{ multipleOf: 100000000000000000000 }, 300000000000000000000, []],
    [
      { multipleOf: 100000000000000000000 },
      150000000000000000000,
      ["multiple_of | (Root): Must be a multiple of 1e+20"],
    ],
    [{ multipleOf: 100000000000000000000 }, 5, ["multiple_of | (Root): Must be a multiple of 1e+20"]],
    [
      { minimum: 1234567890123, maximum: -0.00001 },
      5,
      [
        "number_lte | (Root): Must be less than or equal to -1e-05",
        "number_gte | (Root): Must be greater than or equal to 1.234567890123e+12",
      ],
    ],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("strings", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ minLength: 2, maxLength: 3 }, "a", ["string_gte | (Root): String length must be greater than or equal to 2"]],
    [{ minLength: 2, maxLength: 3 }, "a😀", []],
    [{ minLength: 2, maxLength: 3 }, "abcd", ["string_lte | (Root): String length must be less than or equal to 3"]],
    [{ minLength: 2, maxLength: 3 }, 5, []],
    [{ pattern: "^b+$" }, "bb", []],
    [{ pattern: "^b+$" }, "abc", ["pattern | (Root): Does not match pattern '^b+$'"]],
    [{ format: "ipv4" }, "1.2.3.4", []],
    [{ format: "ipv4" }, "x", ["format | (Root): Does not match format 'ipv4'"]],
    [{ format: "ipv4" }, 5, []],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});

describe("values", () => {
  test.each<[Value, Value, readonly string[]]>([
    [{ enum: ["abc", 5, { a: 1, b: "<&>" }, [1, 2.5], null] }, "abc", []],
    [{ enum: ["abc", 5, { a: 1, b: "<&>" }, [1, 2.5], null] }, 5, []],
    [{ enum: ["abc", 5, { a: 1, b: "<&>" }, [1, 2.5], null] }, { b: "<&>", a: 1 }, []],
    [{ enum: ["abc", 5, { a: 1, b: "<&>" }, [1, 2.5], null] }, null, []],
    [
      { enum: ["abc", 5, { a: 1, b: "<&>" }, [1, 2.5], null] },
      6,
      [
        'enum | (Root): (Root) must be one of the following: "abc", 5, {"a":1,"b":"\\u003c\\u0026\\u003e"}, [1,2.5], null',
      ],
    ],
    [{ enum: [] }, 5, []],
    [{ const: { id: 5 } }, { id: 5 }, []],
    [{ const: { id: 5 } }, { id: 6 }, ['const | (Root): (Root) does not match: {"id":5}']],
  ])("row %#", (schema, document, findings) => {
    expect(judgeJson(schema, document)).toEqual(findings);
  });
});
