import { expect, test } from "vitest";
import { readSchema } from "../schema/read-schema.js";
import { describeFailure, faultOf, ownMessage, placeOf, refusal, usableMessage } from "./rule-words.js";

const RULE = {
  rule: " a > 1 ",
  message: "",
  messageExpression: "",
  reason: undefined,
  fieldPath: "",
  optionalOldSelf: undefined,
};
const schema = readSchema({ type: "object", properties: { x: { type: "string" } } });
const OBJECT = { schema, value: {}, path: "p" };
const TEXT = { schema: readSchema({ type: "string" }), value: "v", path: "p" };

test.each([
  ["no such key: a", "no such key: a evaluating rule: a > 1"],
  [
    "no such overload",
    "'no such overload': call arguments did not match a supported operator, function or macro signature for rule: a > 1",
  ],
  [
    "operation cancelled: actual cost limit exceeded",
    "'operation cancelled: actual cost limit exceeded': no further validation rules will be run due to call cost exceeds limit for rule: a > 1",
  ],
])("the error `%s`", (error, words) => {
  expect(describeFailure(error, RULE)).toBe(words);
  expect(faultOf(OBJECT, "x")).toBe('p: Invalid value: "object": x');
});

test.each([
  [undefined, 'p: Invalid value: "v": m', "p: Invalid value: m"],
  ["FieldValueInvalid", 'p: Invalid value: "v": m', "p: Invalid value: m"],
  ["FieldValueForbidden", "p: Forbidden: m", "p: Forbidden: m"],
  ["FieldValueRequired", "p: Required value: m", "p: Required value: m"],
  ["FieldValueDuplicate", 'p: Duplicate value: "v"', "p: Duplicate value"],
])("the reason %s", (reason, ofText, ofObject) => {
  expect([refusal(TEXT, { ...RULE, reason }, "m"), refusal(OBJECT, { ...RULE, reason }, "m")]).toEqual([
    ofText,
    ofObject,
  ]);
});

test("messages, and the place that they are about", () => {
  expect([ownMessage(RULE), ownMessage({ ...RULE, message: " m " })]).toEqual(["failed rule: a > 1", "m"]);
  const messages = [" m ", "", "a\nb", 5n, "x".repeat(5_121)];
  expect(messages.map(usableMessage)).toEqual(["m", undefined, undefined, undefined, undefined]);
  expect(placeOf(OBJECT, { ...RULE, fieldPath: ".x" })).toBe("p.x");
  expect(placeOf({ ...OBJECT, path: "" }, RULE)).toBe("<nil>");
});
