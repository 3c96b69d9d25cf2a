import { expect, test } from "vitest";
import { judgeJson } from "./judge-json.js";

test("findings and faults are lines", () => {
  expect(judgeJson({ minimum: 2 }, 1)).toEqual(["number_gte | (Root): Must be greater than or equal to 2"]);
  expect(judgeJson({ type: 1 }, 1)).toEqual(["fault: Invalid type. Expected: type, given: string/Array Of Strings"]);
});

test("what is charged may throw", () => {
  const charge = (): never => {
    throw new RangeError("enough");
  };
  expect(() => judgeJson({}, 1, charge)).toThrow("enough");
});
