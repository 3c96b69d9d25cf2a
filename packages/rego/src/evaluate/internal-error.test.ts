import { expect, test } from "vitest";
import { internalErrorText } from "./internal-error.js";

const hostile = {
  toString: (): never => {
    throw new Error("again");
  },
};

test.each<[string, unknown, string]>([
  ["an error", new TypeError("bug"), "TypeError: bug"],
  ["several lines", new Error("one\n\ttwo"), "Error: one two"],
  ["no error", "text", "text"],
  ["nothing", undefined, "undefined"],
  ["what cannot be shown", hostile, "an error that has no text"],
  ["an object without prototype", Object.create(null), "an error that has no text"],
  ["a long text", "x".repeat(1_000), "x".repeat(200)],
])("%s", (_title, thrown, expected) => {
  expect(internalErrorText(thrown)).toBe(expected);
});
