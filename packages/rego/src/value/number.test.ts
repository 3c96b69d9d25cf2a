import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BigNumber,
  compareNumbers,
  isInteger,
  isIntegerText,
  isNumber,
  numberFromBigInt,
  numberFromText,
  numberKey,
  numberText,
  toSafeInteger,
} from "./number.js";

describe("a number keeps its spelling", () => {
  test.each([
    ["0", 0],
    ["-1", -1],
    ["0.1", 0.1],
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", 9007199254740993n],
    ["-100000000000000000000", -100000000000000000000n],
    ["1.0", new BigNumber("1.0")],
    ["1e3", new BigNumber("1e3")],
    ["-0", new BigNumber("-0")],
    ["01", new BigNumber("01")],
    ["1e400", new BigNumber("1e400")],
    ["1e+21", new BigNumber("1e+21")],
    ["0.33333333333333333334", new BigNumber("0.33333333333333333334")],
  ])("%s", (text, expected) => {
    expect(numberFromText(text)).toStrictEqual(expected);
    expect(numberText(numberFromText(text))).toBe(text);
  });
});

test("integers take their cheapest representation", () => {
  expect(numberFromBigInt(5n)).toBe(5);
  expect(numberFromBigInt(-9007199254740991n)).toBe(-9007199254740991);
  expect(numberFromBigInt(9007199254740992n)).toBe(9007199254740992n);
  expect(numberFromBigInt(-9007199254740992n)).toBe(-9007199254740992n);
  expect(numberFromBigInt(2n ** 80n)).toBe(2n ** 80n);
});

describe("comparison is exact", () => {
  test.each([
    ["1", "1.0", 0],
    ["1", "1e0", 0],
    ["1000", "1e3", 0],
    ["0", "-0", 0],
    ["0.1", "0.10", 0],
    ["0.25", "0x1p-2", 0],
    ["4", "0x1p2", 0],
    ["1000", "1_000", 0],
    ["0.3333333333333333", "0.33333333333333333334", -1],
    ["9007199254740992", "9007199254740993", -1],
    ["1e400", "1e401", -1],
    ["-1e400", "1e400", -1],
    ["1e1000000000", "1e999999999", 1],
    ["1e-1000000000", "0", 1],
    ["10e999999999", "1e1000000000", 0],
    ["100000000000000000000", "1e20", 0],
    ["12345678901234567890", "12345678901234567890.5", -1],
  ])("%s and %s: %d", (left, right, expected) => {
    const [leftNumber, rightNumber] = [numberFromText(left), numberFromText(right)];
    expect(Math.sign(compareNumbers(leftNumber, rightNumber))).toBe(expected);
    expect(numberKey(leftNumber) === numberKey(rightNumber)).toBe(expected === 0);
  });

  test("numbers that JavaScript wrote beyond the safe range equal their text", () => {
    expect(compareNumbers(1e21, 10n ** 21n)).toBe(0);
    expect(numberKey(1e21)).toBe(10n ** 21n);
    expect(numberKey(1.5e300)).toBe(15n * 10n ** 299n);
  });

  test("keys agree with comparison", () => {
    const texts = fc
      .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -3, max: 20 }))
      .map(([digits, exponent]) => `${digits}e${exponent}`);
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const [leftNumber, rightNumber] = [numberFromText(left), numberFromText(right)];
        const areEqual = compareNumbers(leftNumber, rightNumber) === 0;
        expect(
          Object.is(numberKey(leftNumber), numberKey(rightNumber)) || (Number(left) === 0 && Number(right) === 0),
        ).toBe(areEqual);
      }),
    );
  });
});

describe("integers by text and by value", () => {
  test.each([
    ["5", true, true, 5],
    ["1.0", false, true, 1],
    ["1e3", false, true, 1000],
    ["1.5", false, false, undefined],
    ["-0", true, true, 0],
    ["+1", true, true, 1],
    ["100000000000000000000", true, true, undefined],
    ["1e400", false, true, undefined],
    ["9007199254740993.0", false, true, undefined],
  ])("%s", (text, byText, byValue, safe) => {
    const value = text === "+1" ? new BigNumber(text) : numberFromText(text);
    expect(isIntegerText(value)).toBe(byText);
    expect(isInteger(value)).toBe(byValue);
    expect(toSafeInteger(value)).toBe(safe);
  });
});

test("only numbers are numbers", () => {
  expect([1, 1n, new BigNumber("1.0")].every(isNumber)).toBe(true);
  expect([null, "1", true, [], {}].some(isNumber)).toBe(false);
});
