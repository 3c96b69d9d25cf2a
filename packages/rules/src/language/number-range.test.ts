import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeRange, isInRanges, MISSING_BOUND_CLOSES, MISSING_BOUND_OPENS, rangeSchema } from "./number-range.js";

describe("rangeSchema", () => {
  it.each([[{ min: 1, max: 2 }], [{ min: -1 }], [{ max: 0 }], [{}]])("takes %j", (range) => {
    expect(rangeSchema.safeParse(range).success).toBe(true);
  });

  it.each([[{ min: "1" }], [{ min: 1.5 }], [{ max: null }], [{ minimum: 1 }], [[]], [1]])("refuses %j", (range) => {
    expect(rangeSchema.safeParse(range).success).toBe(false);
  });
});

describe("completeRange", () => {
  it.each([
    [{ min: 1000 }, { min: 1000, max: 0 }],
    [{ max: 9 }, { min: 0, max: 9 }],
    [{}, { min: 0, max: 0 }],
    [
      { min: 1, max: 2 },
      { min: 1, max: 2 },
    ],
  ])("makes of %j the range %j", (range, complete) => {
    expect(completeRange(range)).toEqual(complete);
  });
});

describe("isInRanges", () => {
  it.each([1, 5, 10, 5n])("admits %s to 1..10, both ends included", (value) => {
    expect(isInRanges(value, [{ min: 1, max: 10 }], MISSING_BOUND_CLOSES)).toBe(true);
  });

  it.each([0, 11, -5, 2n ** 63n])("keeps %s out of 1..10", (value) => {
    expect(isInRanges(value, [{ min: 1, max: 10 }], MISSING_BOUND_CLOSES)).toBe(false);
  });

  it("admits nothing to no range, to a range upside down, and to one that is closed on a side", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(isInRanges(value, [], MISSING_BOUND_OPENS)).toBe(false);
        expect(isInRanges(value, [{ min: 1, max: 0 }], MISSING_BOUND_OPENS)).toBe(false);
        expect(isInRanges(value, [{ min: value }, { max: value }, {}], MISSING_BOUND_CLOSES)).toBe(false);
      }),
    );
  });

  it("admits to a range that is open on a side whatever lies there", () => {
    expect(isInRanges(5, [{ min: 5 }], MISSING_BOUND_OPENS)).toBe(true);
    expect(isInRanges(4, [{ min: 5 }], MISSING_BOUND_OPENS)).toBe(false);
    expect(isInRanges(5, [{ max: 5 }], MISSING_BOUND_OPENS)).toBe(true);
    expect(isInRanges(6, [{ max: 5 }], MISSING_BOUND_OPENS)).toBe(false);
    expect(isInRanges(0, [{}], MISSING_BOUND_OPENS)).toBe(true);
  });
});
