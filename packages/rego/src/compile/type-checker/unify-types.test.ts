import { expect, test } from "vitest";
import { variable } from "../../syntax/ast.js";
import { nowhere } from "../../syntax/location.js";
import { parseQueryText } from "../../syntax/parse-module.js";
import {
  anyType,
  arrayOf,
  numberType,
  objectOf,
  oneOf,
  setOf,
  stringType,
  type Type,
  tupleOf,
} from "../../value/type.js";
import { TypeScope } from "./type-scope.js";
import { TypeTree } from "./type-tree.js";
import { unifyTerm, unifyTerms } from "./unify-types.js";

function sides(text: string) {
  const query = parseQueryText(text, { file: "", version: "v1" });
  const expression = query.ok ? query.value[0]?.expression : undefined;
  const [left, right] = expression?.kind === "call" ? expression.args : [];
  if (left === undefined || right === undefined) throw new Error("no equation");
  return [left, right] as const;
}

test.each<[string, boolean, Type]>([
  ["x = 1", true, numberType],
  ['[x, 1] = ["a", 1]', true, stringType],
  ["[x] = [1, 2]", false, anyType],
  ['{"a": x} = {"a": 1}', true, numberType],
  ['{"a": x} = {"b": y}', false, anyType],
  ["x = y", true, anyType],
  ["[x, y] = z", true, anyType],
  ["[x] = input.a", true, anyType],
  ['{"k": x} = input.a', true, anyType],
  ["{x} = input.a", true, oneOf()],
  ['1 = "a"', false, anyType],
  ["{u} = v", true, anyType],
  ["u = {v}", true, anyType],
  ["u = {[v]}", true, anyType],
  ["{[v]} = u", true, anyType],
  ["{[u]} = {[v]}", false, anyType],
  ["x = [u | u = w]", true, anyType],
  ["[u | u = w] = x", true, anyType],
  ["v = [x]", true, anyType],
  ["[u, v] = [w]", false, anyType],
  ['[u] = {"a": v}', false, anyType],
  ['{"a": u} = [v]', false, anyType],
  ['{"a": u} = {"a": v, "b": w}', false, anyType],
  ['{"a": x} = {"a": v}', true, anyType],
  ["{k: x} = {k: v}", true, anyType],
  ["{k: u} = {l: v}", false, anyType],
  ['{k: u} = {"l": v}', false, anyType],
  ['{"l": u} = {k: v}', false, anyType],
])("%s can be true: %s, and x has its type", (text, expected, type) => {
  const scope = new TypeScope(new TypeTree(), "1.17", () => anyType);
  const [left, right] = sides(text);
  expect(unifyTerms(left, right, scope)).toBe(expected);
  if (expected && text.includes("x")) expect(scope.variable("x")).toStrictEqual(type);
});

test.each<[string, Type, boolean]>([
  ["[1, 2] = 0", arrayOf(numberType), true],
  ["[1] = 0", tupleOf([numberType, numberType]), false],
  ["[x] = 0", oneOf(arrayOf(numberType), stringType), true],
  ['{"a": x} = 0', objectOf(stringType, numberType), true],
  ["{1: x} = 0", objectOf(stringType, numberType), false],
  ["{k: x} = 0", objectOf(stringType, numberType), true],
  ['{["a"]: x} = 0', objectOf(stringType, numberType), false],
  ['{["a"]: x} = 0', objectOf(arrayOf(stringType), numberType), true],
  ['{["a"]: x} = 0', { kind: "object", properties: [{ key: "a", type: numberType }] }, false],
  ["{1} = 0", setOf(stringType), false],
  ["[1] = 0", setOf(numberType), false],
  ['{"a": x, "b": y} = 0', { kind: "object", properties: [{ key: "a", type: numberType }] }, false],
  ["input = 0", stringType, true],
])("the left side of %s can have the type %j: %s", (text, type, expected) => {
  const scope = new TypeScope(new TypeTree(), "1.17", () => anyType);
  expect(unifyTerm(sides(text)[0], type, scope, "learn")).toBe(expected);
});

test("input as a variable has any type", () => {
  const scope = new TypeScope(new TypeTree(), "1.17", () => anyType);
  const input = variable("input", nowhere(""));
  expect(unifyTerm(input, numberType, scope, "learn")).toBe(true);
  expect(scope.typeOf(input)).toStrictEqual(anyType);
});
