import { expect, it } from "vitest";
import { SUITES } from "./suites.js";

it("has one suite for each name", () => {
  const names = SUITES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(["pss", "real"]));
});
