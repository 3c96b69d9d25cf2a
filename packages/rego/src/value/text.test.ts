import { expect, test } from "vitest";
import { numberFromText } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import { toText } from "./text.js";
import { nested } from "./value.arbitrary.js";
import type { Value } from "./value.js";

test.each<[Value, string]>([
  [null, "null"],
  [true, "true"],
  [numberFromText("1.0"), "1.0"],
  [numberFromText("1e3"), "1e3"],
  [12345678901234567890n, "12345678901234567890"],
  ['a\n"é', '"a\\n\\"é"'],
  [[], "[]"],
  [["a", 1, [null]], '["a", 1, [null]]'],
  [{}, "{}"],
  [{ b: 1, a: "x" }, '{"a": "x", "b": 1}'],
  [new RegoObject([[[1], new RegoSet()]]), "{[1]: set()}"],
  [new RegoSet(), "set()"],
  [new RegoSet(["b", "a"]), '{"a", "b"}'],
])("%# prints as in 3.6", (value, expected) => {
  expect(toText(value)).toBe(expected);
});

test("values nested 10,000 deep are printed", () => {
  expect(toText(nested(10_000, 1))).toHaveLength(5_000 * (2 + 7) + 1);
});
