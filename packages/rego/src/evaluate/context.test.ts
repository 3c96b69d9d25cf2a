import { expect, test } from "vitest";
import { absent } from "./context.js";

test("the mark for a rule without value is no value", () => {
  expect(typeof absent).toBe("symbol");
});
