import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { readSchema } from "./read-schema.js";
import { validationRuleErrors } from "./validation-rules.js";

const P = "s.x-kubernetes-validations[0]";

it.each<[string, Json]>([
  [`${P}.rule: Required value: rule is not specified`, { rule: " " }],
  [`${P}.message: Invalid value: " ": must be non-empty if specified`, { rule: "true", message: " " }],
  [`${P}.message: Invalid value: "a\\nb": must not contain line breaks`, { rule: "true", message: "a\nb" }],
  [`${P}.message: Required value: message must be specified if rule contains line breaks`, { rule: "a\n&& b" }],
  [
    `${P}.messageExpression: Required value: messageExpression must be non-empty if specified`,
    { rule: "true", messageExpression: " " },
  ],
  [
    `${P}.reason: Unsupported value: "x": supported values: "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"`,
    { rule: "true", reason: "x" },
  ],
  [`${P}.fieldPath: Invalid value: " ": must be non-empty if specified`, { rule: "true", fieldPath: " " }],
  [`${P}.fieldPath: Invalid value: ".a\\n": must not contain line breaks`, { rule: "true", fieldPath: ".a\n" }],
])("%s", (error, rule) => {
  expect(validationRuleErrors(readSchema({ "x-kubernetes-validations": [rule] }), "s")[0]).toBe(error);
});

it("a good rule is not compiled", () => {
  const rules = [{ rule: "self.a >", message: "m", reason: "FieldValueInvalid", fieldPath: ".a" }];
  const properties = { a: { type: "string" } };
  expect(validationRuleErrors(readSchema({ "x-kubernetes-validations": rules, properties }), "s")).toEqual([]);
  expect(validationRuleErrors(readSchema({}), "s")).toEqual([]);
});

it("a path leads to a field that the schema knows", () => {
  const rules = [{ rule: "true", fieldPath: ".a" }];
  expect(validationRuleErrors(readSchema({ "x-kubernetes-validations": rules }), "s")).toEqual([
    `${P}.fieldPath: Invalid value: ".a": must be a valid path`,
  ]);
});
