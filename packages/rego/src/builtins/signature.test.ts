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
  tupleOf,
} from "../value/type.js";
import { allBuiltins } from "./index.js";
import { networkBuiltins } from "./net/network.js";
import { arityOf, readSignature } from "./signature.js";

test.each([
  ["-> any", [], anyType],
  ["any, null -> boolean", [anyType, nullType], booleanType],
  ["x: string -> formatted timestamp: number", [named("x", stringType)], named("formatted timestamp", numberType)],
  ["a: array[set[any]]|number -> any", [named("a", oneOf(arrayOf(setOf(anyType)), numberType))], anyType],
  [
    "object[string: any|null] -> [number, string]",
    [objectOf(stringType, oneOf(anyType, nullType))],
    tupleOf([numberType, stringType]),
  ],
  [
    "{a: string, ...any: number} -> {}",
    [objectWith({ a: stringType }, { key: anyType, value: numberType })],
    objectWith({}),
  ],
  ["array[|string] -> any", [arrayOf(oneOf(stringType))], anyType],
])("%s", (signature, args, result) => {
  expect(readSignature(signature)).toStrictEqual({ args, result });
  expect(arityOf(signature)).toBe(args.length);
});

test("a type that is none is a bug", () => {
  expect(() => readSignature("x: strng -> any")).toThrow("no type");
});

test("the arity of every builtin is the number of its declared arguments", () => {
  for (const { signature } of [...allBuiltins().values(), ...networkBuiltins])
    expect([signature, arityOf(signature)]).toStrictEqual([signature, readSignature(signature).args.length]);
});
