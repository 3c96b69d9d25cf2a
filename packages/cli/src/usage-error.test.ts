import { expect, test } from "vitest";
import { UsageError } from "./usage-error.js";

test("is told apart from defects by its class and its name", () => {
  const error = new UsageError("nothing to check");
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe("UsageError: nothing to check");
});
