import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divide, minus, multiply, plus, remainder } from "./arithmetic.js";
import { numberFromText, numberText, type RegoNumber } from "./number.js";
import type { Reference } from "./reference.js";

const operations: Readonly<Record<string, (left: RegoNumber, right: RegoNumber, reference: Reference) => RegoNumber>> =
  {
    "+": plus,
    "-": minus,
    "*": multiply,
    "/": divide,
    "%": remainder,
  };

function compute(text: string, reference: Reference): string {
  const [left = "", sign = "", right = ""] = text.split(" ");
  const operation = operations[sign];
  if (operation === undefined) throw new Error(`no operation ${sign}`);
  return numberText(operation(numberFromText(left), numberFromText(right), reference));
}

describe("results print as OPA 1.17.1 prints them", () => {
  test.each([
    ["0.1 + 0.2", "0.3"],
    ["1.1 * 1.1", "1.21"],
    ["1 / 3", "0.33333333333333333334"],
    ["6 / 3", "2"],
    ["7 / 2", "3.5"],
    ["0 / 5", "0"],
    ["0 / -5", "-0"],
    ["0 * -5", "0"],
    ["0 * -5000", "-0"],
    ["0.0 * -5", "-0"],
    ["-0 + -0", "0"],
    ["-0 - 0", "0"],
    ["0 - -0", "0"],
    ["-0 * -5000", "0"],
    ["-0 * 5", "0"],
    ["-0 / 5", "-0"],
    ["5000 - 5000", "0"],
    ["1234567.5 + 0", "1.2345675e+06"],
    ["12345678.5 + 0", "1.23456785e+07"],
    ["999999.5 + 0", "999999.5"],
    ["1e-5 + 0", "1e-05"],
    ["0.0001 + 0", "0.0001"],
    ["123456789012.5 * 1.5", "1.8518518351875e+11"],
    ["123456789012345678901234.5 + 0", "123456789012345678900000"],
    ["1e30 + 1", "1000000000000000000000000000000"],
    ["1e-400 + 0", "1e-400"],
    ["5e-324 / 2", "2.5e-324"],
    ["2 * 0.5", "1"],
    ["1.0 + 2", "3"],
    ["100000000000000000000 + 1", "100000000000000000000"],
    ["18446744073709551617 + 0", "18446744073709551616"],
    ["9007199254740993 + 0", "9007199254740993"],
    ["9007199254740991 + 2", "9007199254740993"],
    ["54909233142 * 54908843202", "3015002472936139800600"],
    ["-5 % 3", "-2"],
    ["5 % -3", "2"],
    ["1e3 % 7", "6"],
    ["12345678901234567891234 % 10", "4"],
    ["0x1p-2 + 0", "0.25"],
    ["1_000 + 1", "1001"],
  ])("%s is %s", (expression, expected) => {
    expect(compute(expression, "1.17")).toBe(expected);
  });
});

describe("integers of any size are exact in OPA 1.22", () => {
  test.each([
    ["1e30 + 1", "1000000000000000000000000000001"],
    ["100000000000000000000 + 1", "100000000000000000001"],
    ["12345678901234567890123 - 1.0", "12345678901234567890122"],
    ["1e30 * 3", "3000000000000000000000000000000"],
    ["0 * -5000", "0"],
    ["10 % 18446744073709551616", "10"],
    ["1e30 % 7", "1"],
    ["123456789012345678901234567890 / 2", "61728394506172839450000000000"],
  ])("%s is %s", (expression, expected) => {
    expect(compute(expression, "1.22")).toBe(expected);
  });
});

describe("faults carry OPA's words", () => {
  test.each([
    ["7 / 0.0", "div: divide by zero"],
    ["0 / 0", "div: divide by zero"],
    ["3 % 0", "rem: modulo by zero"],
    ["10 % 18446744073709551616", "rem: modulo by zero"],
    ["3 % 0.5", "rem: modulo on floating-point number"],
    ["1e1000000 + 1", "number too big"],
  ])("%s: %s", (expression, message) => {
    expect(() => compute(expression, "1.17")).toThrow(expect.objectContaining({ code: "eval_builtin_error", message }));
  });
});

describe("laws", () => {
  const bound = 2n ** 63n;
  const integers = fc
    .bigInt({ min: -bound, max: bound })
    .map((integer) => [integer, numberFromText(String(integer))] as const);

  test("sums and differences of 64-bit integers whose result has 64 bits are exact", () => {
    fc.assert(
      fc.property(integers, integers, ([left, leftNumber], [right, rightNumber]) => {
        expect(numberText(plus(leftNumber, rightNumber, "1.17"))).toBe(String(left + right));
        expect(numberText(minus(leftNumber, rightNumber, "1.17"))).toBe(String(left - right));
      }),
    );
  });

  test("sums and products of binary fractions are exact", () => {
    const numerators = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(numerators, numerators, (left, right) => {
        const [leftNumber, rightNumber] = [numberFromText(String(left / 1024)), numberFromText(String(right / 1024))];
        expect(Number(numberText(plus(leftNumber, rightNumber, "1.17")))).toBe((left + right) / 1024);
        expect(Number(numberText(multiply(leftNumber, rightNumber, "1.17"))) + 0).toBe((left * right) / 1048576 + 0);
      }),
    );
  });

  test("exponents are bounded, so that no result fills the memory", () => {
    let square = numberFromText("1e100000");
    expect(() => {
      square = multiply(square, square, "1.17");
    }).toThrow(expect.objectContaining({ message: "number too big" }));
    expect(numberText(plus(numberFromText("1e-100000"), 1, "1.17"))).toBe("1");
  });
});
