import { expect, test } from "vitest";
import { certain } from "./certain.js";

test.each([0, "", false, null])("%j is there", (value) => {
  expect(certain(value, "value")).toBe(value);
});

test("what is missing against all promises is a fault of the engine", () => {
  expect(() => certain([][0], "first member")).toThrow("internal fault: no first member");
});
