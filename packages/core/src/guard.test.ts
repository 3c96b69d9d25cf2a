import { expect, it } from "vitest";
import { guard } from "./guard.js";

const throwAgain = () => {
  throw new Error("again");
};

it("hands on a decision", () => {
  const decision = { allowed: true, violations: [], problems: [], considered: [] };
  expect(guard(() => decision)).toBe(decision);
});

it.each([
  [new TypeError("no such thing"), "could not be evaluated: no such thing"],
  ["thrown", "could not be evaluated: string"],
  [null, "could not be evaluated: object"],
  [Object.create(null), "could not be evaluated: object"],
  [Object.assign(new Error(), { message: Symbol("why") }), "could not be evaluated: Symbol(why)"],
  [Object.defineProperty(new Error(), "message", { get: throwAgain }), "could not be evaluated: object"],
  [new Proxy({}, { getPrototypeOf: throwAgain }), "could not be evaluated: object"],
])("refuses whatever is thrown: %#", (thrown, message) => {
  const decision = guard(() => {
    throw thrown;
  });
  expect(decision).toEqual({
    allowed: false,
    violations: [],
    problems: [{ code: "internal", message, effect: "deny" }],
    considered: [],
  });
});
