import { expect, it } from "vitest";
import { looseError, typeError, ValidationResult, valueError } from "./validation-result.js";

it("of the same text only the first error is kept", () => {
  const result = new ValidationResult();
  result.add(valueError("a", 1, "text"));
  result.add(valueError("b", 2, "text"));
  expect([result.errors, result.isValid]).toEqual([
    [{ place: "a", text: "text", body: "Invalid value: 1: text" }],
    false,
  ]);
});

it("merging adds errors and passed checks", () => {
  const [one, other] = [new ValidationResult(), new ValidationResult()];
  one.matches = 2;
  other.matches = 3;
  other.add(looseError("loose"));
  one.merge(other);
  expect([one.matches, one.errors]).toEqual([5, [{ place: "", text: "loose", body: 'Invalid value: "": loose' }]]);
});

it("a wrong type is told with what was found", () => {
  expect(typeError("a", "string", "number")).toEqual({
    place: "a",
    text: 'a in body must be of type string: "number"',
    body: 'Invalid value: "number": a in body must be of type string: "number"',
  });
});
