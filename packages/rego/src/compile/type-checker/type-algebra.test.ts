import { describe, expect, test } from "vitest";
import {
  anyType,
  arrayOf,
  booleanType,
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
import {
  bounded,
  canBeEqual,
  either,
  hasUnknown,
  isUnknown,
  keysOfType,
  mergeDefinitions,
  select,
  typeOfScalar,
  unknownType,
  valuesOfType,
} from "./type-algebra.js";

test("the type of a scalar is its own", () => {
  expect([null, true, "a", 1, 10n ** 20n].map(typeOfScalar)).toStrictEqual([
    nullType,
    booleanType,
    stringType,
    numberType,
    numberType,
  ]);
});

test("either type: equal ones are one, any takes all, the unknown gives way", () => {
  expect(either(numberType, numberType)).toStrictEqual(numberType);
  expect(either(numberType, anyType)).toStrictEqual(anyType);
  expect(either(unknownType, stringType)).toStrictEqual(stringType);
  expect(either(oneOf(numberType, stringType), nullType)).toStrictEqual(oneOf(numberType, stringType, nullType));
});

test("a part that is unknown is found", () => {
  const types: readonly Type[] = [
    tupleOf([unknownType]),
    arrayOf(unknownType),
    setOf(unknownType),
    objectOf(unknownType, anyType),
  ];
  expect(types.every(hasUnknown)).toBe(true);
  expect([anyType, objectWith({ a: numberType }), tupleOf([])].some(hasUnknown)).toBe(false);
});

test("a type that grows too large is any", () => {
  let type: Type = numberType;
  for (let level = 0; level < 20; level += 1) type = bounded(tupleOf([type, type]));
  expect(select(select(type, 0), 0).kind === "any" || type.kind === "any" || type.kind === "array").toBe(true);
  expect(bounded(tupleOf(Array.from({ length: 3_000 }, () => numberType)))).toStrictEqual(anyType);
});

describe("what stands at a key", () => {
  test.each<[Type, string | number, Type]>([
    [anyType, "a", anyType],
    [tupleOf([numberType, stringType]), 1, stringType],
    [arrayOf(nullType), 5, nullType],
    [tupleOf([numberType]), 3, unknownType],
    [tupleOf([numberType]), "a", unknownType],
    [objectWith({ a: numberType }), "a", numberType],
    [objectWith({ a: numberType }), "b", unknownType],
    [objectOf(stringType, nullType), "b", nullType],
    [objectOf(numberType, nullType), "b", unknownType],
    [setOf(stringType), "a", stringType],
    [setOf(anyType), "a", stringType],
    [setOf(numberType), "a", unknownType],
    [numberType, "a", unknownType],
    [oneOf(objectWith({ a: numberType }), stringType), "a", numberType],
  ])("%j at %j", (type, key, expected) => {
    expect(select(type, key)).toStrictEqual(expected);
  });
});

test("keys and values that iteration gives", () => {
  expect(keysOfType(arrayOf(stringType))).toStrictEqual(numberType);
  expect(keysOfType(objectWith({ a: numberType }, { key: numberType, value: nullType }))).toStrictEqual(
    oneOf(stringType, numberType),
  );
  expect(keysOfType(setOf(nullType))).toStrictEqual(nullType);
  expect(isUnknown(keysOfType(stringType))).toBe(true);
  expect(keysOfType(oneOf(arrayOf(anyType), setOf(stringType)))).toStrictEqual(oneOf(numberType, stringType));
  expect(valuesOfType(tupleOf([numberType, stringType]))).toStrictEqual(oneOf(numberType, stringType));
  expect(valuesOfType(objectWith({ a: numberType }, { key: stringType, value: nullType }))).toStrictEqual(
    oneOf(numberType, nullType),
  );
  expect(valuesOfType(oneOf(arrayOf(stringType), setOf(nullType)))).toStrictEqual(oneOf(stringType, nullType));
  expect(isUnknown(valuesOfType(nullType))).toBe(true);
});

describe("can values be equal", () => {
  test.each<[Type, Type, boolean]>([
    [numberType, numberType, true],
    [numberType, stringType, false],
    [anyType, stringType, true],
    [unknownType, anyType, false],
    [oneOf(numberType, stringType), stringType, true],
    [oneOf(numberType, nullType), stringType, false],
    [tupleOf([numberType]), arrayOf(numberType), true],
    [tupleOf([numberType]), arrayOf(stringType), false],
    [tupleOf([numberType]), tupleOf([numberType, numberType]), false],
    [objectWith({ a: numberType }), objectWith({ a: numberType }), true],
    [objectWith({ a: numberType }), objectWith({ b: numberType }), false],
    [objectWith({ a: numberType }), objectOf(stringType, numberType), true],
    [objectOf(stringType, numberType), objectOf(stringType, stringType), false],
    [setOf(numberType), setOf(stringType), false],
    [setOf(numberType), arrayOf(numberType), false],
  ])("%j and %j: %s", (left, right, expected) => {
    expect(canBeEqual(left, right)).toBe(expected);
    expect(canBeEqual(right, left)).toBe(expected);
  });
});

test("definitions of one rule are merged", () => {
  expect(mergeDefinitions(setOf(numberType), setOf(stringType))).toStrictEqual(setOf(oneOf(numberType, stringType)));
  expect(mergeDefinitions(objectOf(stringType, numberType), objectOf(stringType, nullType))).toStrictEqual(
    objectOf(stringType, oneOf(numberType, nullType)),
  );
  expect(mergeDefinitions(numberType, stringType)).toStrictEqual(oneOf(numberType, stringType));
});
