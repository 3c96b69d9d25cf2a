import { expect, test } from "vitest";
import { runCel } from "../../test/cel.js";

test.each([
  [
    "'%d'.format(['a'])",
    "1:14: error during formatting: decimal clause can only be used on integers, was given string",
  ],
  ["'%s %d'.format([1, 'a'])", "1:20: error during formatting: decimal clause can only be used on integers"],
  ["'%d %d'.format([1])", "1:15: index 1 out of range"],
  ["'%z'.format([1])", '1:12: could not parse formatting clause: unrecognized formatting clause "z"'],
  ["'%s'.format([1, 2])", "1:12: too many arguments supplied to string.format (expected 1, got 2)"],
  ["'%'.format([1])", "1:11: unexpected end of string"],
])("%s does not compile", (expression, message) => {
  expect(runCel(expression).text).toContain(`error: compilation failed: ERROR: <input>:${message}`);
});

test.each([
  ["'%s %d'.format(['a', 1])", "a 1"],
  [
    "'%.3f'.format(['x'])",
    "error: error during formatting: fixed-point clause can only be used on doubles, was given string",
  ],
  [
    "'%d'.format([object.spec.s])",
    "error: error during formatting: decimal clause can only be used on integers, was given string",
  ],
])("%s does", (expression, text) => {
  expect(runCel(expression).text).toBe(text);
});
