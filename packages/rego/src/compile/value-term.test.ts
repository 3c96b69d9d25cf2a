import { expect, test } from "vitest";
import { constantValue } from "../evaluate/constant.js";
import { nowhere } from "../syntax/location.js";
import { equal } from "../value/equal.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { termOf } from "./value-term.js";

test.each<[Value]>([[null], [1], ["a"], [[1, [2]]], [{ a: { b: null } }], [new RegoSet([1, [2]])]])(
  "the term of %j has its value",
  (value) => {
    const back = constantValue(termOf(value, nowhere("")));
    expect(back !== undefined && equal(back, value)).toBe(true);
  },
);
