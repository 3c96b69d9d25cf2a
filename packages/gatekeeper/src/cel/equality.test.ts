import { describe, expect, it } from "vitest";
import { ValueList } from "./cel-list.js";
import { ValueMap } from "./cel-map.js";
import { INT, STRING } from "./cel-type.js";
import { CelDuration, CelOptional, CelTimestamp, CelTypeValue, CelUint, type CelValue } from "./cel-value.js";
import { Effort } from "./effort.js";
import { isEqual } from "./equality.js";
import { fromJson } from "./json-value.js";

const equal = (one: CelValue, other: CelValue) => isEqual(one, other, new Effort(1));

describe("isEqual", () => {
  it.each<[CelValue, CelValue]>([
    [1n, 1],
    [1n, new CelUint(1n)],
    [new CelUint(1n), 1],
    ["a", "a"],
    [null, null],
    [new Uint8Array([1]), new Uint8Array([1])],
    [new CelDuration(1n), new CelDuration(1n)],
    [new CelTimestamp(1n), new CelTimestamp(1n)],
    [new CelTypeValue(INT), new CelTypeValue(INT)],
    [CelOptional.of(1n), CelOptional.of(1)],
    [CelOptional.none, CelOptional.none],
    [new ValueList([1n, "a"]), fromJson([1, "a"])],
    [new ValueMap([["a", 1n]]), fromJson({ a: 1 })],
  ])("values of equal meaning are equal: %#", (one, other) => {
    expect(equal(one, other)).toBe(true);
    expect(equal(other, one)).toBe(true);
  });

  it.each<[CelValue, CelValue]>([
    [1n, "1"],
    [Number.NaN, Number.NaN],
    [null, false],
    [new Uint8Array([1]), new Uint8Array([1, 2])],
    [new CelDuration(1n), new CelTimestamp(1n)],
    [new CelTypeValue(INT), new CelTypeValue(STRING)],
    [CelOptional.of(null), CelOptional.none],
    [new ValueList([1n]), new ValueList([1n, 2n])],
    [new ValueList([1n]), new ValueList([2n])],
    [fromJson({ a: 1 }), fromJson({ b: 1 })],
    [fromJson({ a: 1 }), fromJson({ a: 1, b: 1 })],
    [fromJson([]), fromJson({})],
  ])("others are not, which is no error: %#", (one, other) => {
    expect(equal(one, other)).toBe(false);
    expect(equal(other, one)).toBe(false);
  });

  it("lists that double in every step end the evaluation", () => {
    let list: CelValue = new ValueList([1n]);
    for (let step = 0; step < 40; step += 1) list = new ValueList([list, list]);
    const effort = new Effort(1);
    isEqual(list, list, effort);
    expect(effort.stopped?.message).toBe("operation cancelled: too many steps");
  });
});
