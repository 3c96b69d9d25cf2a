import { expect, test } from "vitest";
import {
  anyType,
  arrayOf,
  booleanType,
  named,
  nullType,
  numberType,
  objectOf,
  objectWith,
  oneOf,
  setOf,
  stringType,
  type Type,
  tupleOf,
} from "../../value/type.js";
import { unknownType } from "./type-algebra.js";
import { argumentLines, typeText } from "./type-text.js";

test.each<[Type, string]>([
  [anyType, "any"],
  [nullType, "null"],
  [unknownType, "???"],
  [arrayOf(anyType), "array[any]"],
  [tupleOf([numberType, stringType]), "array<number, string>"],
  [tupleOf([numberType], unknownType), "array<number>[???]"],
  [setOf(numberType), "set[number]"],
  [objectOf(stringType, anyType), "object[string: any]"],
  [objectWith({ b: numberType, a: stringType }), "object<a: string, b: number>"],
  [objectWith({ a: stringType }, { key: anyType, value: booleanType }), "object<a: string>[any: boolean]"],
  [oneOf(setOf(anyType), stringType, booleanType), "any<boolean, string, set[any]>"],
  [
    oneOf(arrayOf(numberType), tupleOf([stringType]), arrayOf(anyType)),
    "any<array<string>, array[any], array[number]>",
  ],
  [oneOf(objectOf(anyType, anyType), objectWith({ a: stringType })), "any<object<a: string>, object[any: any]>"],
])("row %# is %s", (type, expected) => {
  expect(typeText(type)).toBe(expected);
});

test("the arguments that were given have no names, those that were wanted have", () => {
  expect(argumentLines([named("x", numberType)], [named("x", stringType), anyType])).toStrictEqual([
    "have: (number)",
    "want: (x: string, any)",
  ]);
});
