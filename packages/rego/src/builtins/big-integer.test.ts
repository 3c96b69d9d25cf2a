import { expect, test } from "vitest";
import { BigNumber } from "../value/number.js";
import { bigInteger } from "./big-integer.js";
import { Operands } from "./operands.js";

const operands = new Operands("f", ["a", new BigNumber("1.0"), 1.5, 2n ** 65n + 1n]);

test("an integer is read by value, in the older release with 64 bits", () => {
  expect(bigInteger(operands, 2, "1.17")).toBe(1n);
  expect(bigInteger(operands, 4, "1.17")).toBe(2n ** 65n);
  expect(bigInteger(operands, 4, "1.22")).toBe(2n ** 65n + 1n);
});

test("a fraction beyond 64 bits is rounded away in the older release", () => {
  const fraction = new Operands("f", [new BigNumber("99999999999999999999.5")]);
  expect(bigInteger(fraction, 1, "1.17")).toBe(100_000_000_000_000_000_000n);
  expect(() => bigInteger(fraction, 1, "1.22")).toThrow(expect.objectContaining({ code: "eval_type_error" }));
});

test.each([
  [1, "operand 1 must be integer but got string"],
  [3, "operand 3 must be integer number but got floating-point number"],
])("operand %d faults in OPA's words", (position, message) => {
  expect(() => bigInteger(operands, position, "1.17")).toThrow(
    expect.objectContaining({ code: "eval_type_error", message: `f: ${message}` }),
  );
});
