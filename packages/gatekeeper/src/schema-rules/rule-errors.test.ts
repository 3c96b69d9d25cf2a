import type { Json } from "@ostiary/core";
import { expect, test } from "vitest";
import { kubernetesEnvironment } from "../cel/environment.js";
import { readSchema } from "../schema/read-schema.js";
import { ruleErrors } from "./rule-errors.js";

const errorsOf = (schema: Json) =>
  ruleErrors(readSchema(schema), { path: "s", uncorrelated: undefined }, kubernetesEnvironment);

const rule = (text: string, more: object = {}) => ({ "x-kubernetes-validations": [{ rule: text, ...more }] });

test("a rule is shown whole, after those below it", () => {
  const shown =
    '{"Rule":"self","Message":"","MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}';
  const reason = "cel expression must evaluate to a bool";
  expect(errorsOf({ type: "object", properties: { a: { type: "string", ...rule("self") } }, ...rule("self") })).toEqual(
    [
      `s.properties[a].x-kubernetes-validations[0].rule: Invalid value: ${shown}: ${reason}`,
      `s.x-kubernetes-validations[0].rule: Invalid value: ${shown}: ${reason}`,
    ],
  );
});

test("elements that cannot be told apart have no past", () => {
  const items = { type: "string", ...rule("self == oldSelf") };
  const complaint = "oldSelf cannot be used on the uncorrelatable portion of the schema within s";
  expect(errorsOf({ type: "array", items })[0]).toBe(
    `s.items.x-kubernetes-validations[0].rule: Invalid value: "self == oldSelf": ${complaint}`,
  );
  expect(errorsOf({ type: "object", properties: { a: items } })).toEqual([]);
});

test("what says how the past is seen has to look at it", () => {
  expect(errorsOf({ type: "string", ...rule("true", { optionalOldSelf: true }) })).toEqual([
    "s.x-kubernetes-validations[0].optionalOldSelf: Invalid value: true: may not be set if oldSelf is not used in rule",
  ]);
});

test("rules of a schema that is wrong otherwise, or in `allOf`, are not compiled", () => {
  expect(errorsOf({ type: "strong", ...rule("self.a") })).toEqual([]);
  expect(errorsOf({ type: "string", allOf: [rule("self.a")] })).toEqual([]);
});

test("what expressions cannot see has no rules", () => {
  expect(errorsOf({ "x-kubernetes-preserve-unknown-fields": true, ...rule("true") })).toEqual([
    "s.x-kubernetes-validations: Internal error: internal error: failed to construct type information for x-kubernetes-validations rules: unable to convert structural schema to CEL declarations",
  ]);
});
