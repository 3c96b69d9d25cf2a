import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  divide,
  duration,
  int,
  modulo,
  multiply,
  negate,
  subtract,
  timestamp,
  uint,
  unsupported,
} from "./arithmetic.js";
import { CelError } from "./cel-error.js";
import { CelDuration, CelTimestamp, CelUint } from "./cel-value.js";
import { isInt64 } from "./int64.js";

const int64 = () => fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

describe("arithmetic", () => {
  it("is exact in 64 bits, or overflows", () => {
    fc.assert(
      fc.property(int64(), int64(), (one, other) => {
        expect(add(one, other)).toEqual(isInt64(one + other) ? one + other : CelError.of("integer overflow"));
        expect(multiply(one, other)).toEqual(isInt64(one * other) ? one * other : CelError.of("integer overflow"));
      }),
    );
  });

  it("a quotient and a remainder make up the number", () => {
    fc.assert(
      fc.property(int64(), int64(), (one, other) => {
        fc.pre(other !== 0n && other !== -1n);
        const [quotient, remainder] = [divide(one, other), modulo(one, other)];
        expect(typeof quotient === "bigint" && typeof remainder === "bigint" && quotient * other + remainder).toBe(one);
      }),
    );
  });

  it("knows the limits of its types", () => {
    expect(int(2n ** 63n)).toEqual(CelError.of("integer overflow"));
    expect(uint(-1n)).toEqual(CelError.of("unsigned integer overflow"));
    expect(duration(2n ** 63n)).toEqual(CelError.of("duration overflow"));
    expect(timestamp(10n ** 21n)).toEqual(CelError.of("timestamp overflow"));
    expect(negate(-(2n ** 63n))).toEqual(CelError.of("integer overflow"));
  });

  it("counts with times", () => {
    expect(subtract(new CelTimestamp(5n), new CelTimestamp(3n))).toEqual(new CelDuration(2n));
    expect(subtract(new CelTimestamp(5n), new CelDuration(3n))).toEqual(new CelTimestamp(2n));
    expect(subtract(new CelDuration(5n), new CelTimestamp(3n))).toMatchObject({ message: "no such overload" });
    expect(add(new CelTimestamp(5n), new CelTimestamp(3n))).toMatchObject({ message: "no such overload" });
    expect(negate(new CelDuration(1n))).toEqual(new CelDuration(-1n));
  });

  it("does not mix types of numbers", () => {
    expect(add(1n, 1)).toMatchObject({ message: "no such overload" });
    expect(add(1n, new CelUint(1n))).toMatchObject({ message: "no such overload" });
    expect(modulo(1, 1)).toMatchObject({ message: "no such overload: _%_" });
  });

  it("names the operator unless the operand has methods", () => {
    expect(unsupported("_*_", null).message).toBe("no such overload: _*_");
    expect(unsupported("_*_", "a").message).toBe("no such overload");
  });
});
