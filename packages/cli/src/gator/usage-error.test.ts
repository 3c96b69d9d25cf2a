import { expect, it } from "vitest";
import { describeUsageError } from "./usage-error.js";

it.each([
  ["error: unknown option '--nope'\n", "unknown flag: --nope"],
  ["error: unknown option '-xyz'\n", "unknown shorthand flag: 'x' in -xyz"],
  ["error: option '-f, --filename <path>' argument missing\n", "flag needs an argument: --filename"],
  ["error: unknown command 'bench'\n", 'unknown command "bench" for "gator"'],
  ["error: too many arguments for 'test'.\n", "too many arguments for 'test'."],
])("%j is told in gator's words", (text, expected) => {
  expect(describeUsageError(text)).toBe(`Error: ${expected}\nRun 'ostiary gator --help' for usage.\n`);
});

it("other texts stay", () => {
  expect(describeUsageError("warning\n")).toBe("warning\n");
});
