import { describe, expect, it } from "vitest";
import { callFunction } from "./call-function.js";
import { INT, STRING } from "./cel-type.js";
import { Effort } from "./effort.js";
import { functionOverload } from "./function-declaration.js";

const declaration = {
  name: "f",
  overloads: [
    functionOverload([INT], INT, (value) => value + 1n),
    functionOverload([STRING], STRING, (text) => `${text}!`),
  ],
};

describe("callFunction", () => {
  it("takes the overload that goes with the values", () => {
    expect(callFunction(declaration, [1n], new Effort(10))).toBe(2n);
    expect(callFunction(declaration, ["a"], new Effort(10))).toBe("a!");
  });

  it("names the types that go with none", () => {
    expect(callFunction(declaration, [null], new Effort(10))).toMatchObject({
      message: "no such overload: f(null_type)",
    });
    expect(callFunction(declaration, [1n, "a"], new Effort(10))).toMatchObject({
      message: "no such overload: f(int, string)",
    });
  });

  it("is not made when it costs too much", () => {
    const costly = { ...declaration, cost: () => 11, run: () => "made" };
    expect(callFunction(costly, [1n], new Effort(10))).toMatchObject({
      message: "operation cancelled: actual cost limit exceeded",
    });
    expect(callFunction(costly, [1n], new Effort(11))).toBe("made");
  });
});
