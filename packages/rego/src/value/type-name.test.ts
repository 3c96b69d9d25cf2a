import { expect, test } from "vitest";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import { typeNameOf } from "./type-name.js";
import type { Value } from "./value.js";

test.each<[Value, string]>([
  [null, "null"],
  [false, "boolean"],
  [0, "number"],
  [2n ** 70n, "number"],
  [new BigNumber("1.0"), "number"],
  ["", "string"],
  [[], "array"],
  [{}, "object"],
  [new RegoObject(), "object"],
  [new RegoSet(), "set"],
])("value %# has its type's name", (value, expected) => {
  expect(typeNameOf(value)).toBe(expected);
});
