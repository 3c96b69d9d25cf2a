import { describe, expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";

const A = { required: ["a"] };
const B = { required: ["b"] };

describe("anyOf", () => {
  it("is met by the first that fits", () => {
    expect(errorsOf({ anyOf: [A, B] }, { b: 1 })).toEqual([]);
  });

  it("that is not met is told with the errors of the nearest, the first of several", () => {
    expect(errorsOf({ anyOf: [A, B] }, {})).toEqual([
      ': Invalid value: "": "v" must validate at least one schema (anyOf)',
      "v.a: Required value",
    ]);
  });

  it("the nearest is the one with most passed checks", () => {
    const nearer = { properties: { a: { type: "string" } }, required: ["b"] };
    expect(errorsOf({ anyOf: [A, nearer] }, { c: 1 })).toHaveLength(2);
    expect(errorsOf({ anyOf: [{ required: ["x"] }, nearer] }, { a: "text" })[1]).toBe("v.b: Required value");
  });
});

describe("oneOf", () => {
  it("none fits, or more than one", () => {
    expect(errorsOf({ oneOf: [A, B] }, {})).toEqual([
      ': Invalid value: "": "v" must validate one and only one schema (oneOf). Found none valid',
      "v.a: Required value",
    ]);
    expect(errorsOf({ oneOf: [A, B] }, { a: 1, b: 1 })).toEqual([
      ': Invalid value: "": "v" must validate one and only one schema (oneOf). Found 2 valid alternatives',
    ]);
    expect(errorsOf({ oneOf: [A, B] }, { a: 1 })).toEqual([]);
  });
});

describe("allOf", () => {
  it("tells all errors, and whether none fits", () => {
    expect(errorsOf({ allOf: [A, B] }, { a: 1 })).toEqual([
      "v.b: Required value",
      ': Invalid value: "": "v" must validate all the schemas (allOf)',
    ]);
    expect(errorsOf({ allOf: [A, B] }, {}).at(-1)).toBe(
      ': Invalid value: "": "v" must validate all the schemas (allOf). None validated',
    );
    expect(errorsOf({ allOf: [A, B] }, { a: 1, b: 1 })).toEqual([]);
  });
});

it("not", () => {
  expect(errorsOf({ not: A }, { a: 1 })).toEqual([': Invalid value: "": "v" must not validate the schema (not)']);
  expect(errorsOf({ not: A }, {})).toEqual([]);
});
