import { expect, test } from "vitest";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import { isArray, isCollection, isObjectValue, isPlainObject, isRegoObject, isSet, type Value } from "./value.js";

test.each<[string, Value | undefined, readonly boolean[]]>([
  ["array", [], [true, true, false, false, false, false]],
  ["JSON object", {}, [true, false, true, true, false, false]],
  ["built object", new RegoObject(), [true, false, true, false, true, false]],
  ["set", new RegoSet(), [true, false, false, false, false, true]],
  ["null", null, [false, false, false, false, false, false]],
  ["big number", new BigNumber("1.0"), [false, false, false, false, false, false]],
  ["string", "a", [false, false, false, false, false, false]],
  ["nothing", undefined, [false, false, false, false, false, false]],
])("predicates of %s", (_title, value, expected) => {
  const predicates = [isCollection, isArray, isObjectValue, isPlainObject, isRegoObject, isSet];
  expect(predicates.map((predicate) => predicate(value))).toStrictEqual(expected);
});
