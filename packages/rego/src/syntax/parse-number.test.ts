import { expect, test } from "vitest";
import { parseQueryText } from "./parse-module.js";
import { printBody } from "./print-term.js";

const parsed = (text: string): string => {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  return query.ok ? printBody(query.value) : (query.errors[0]?.message ?? "");
};

test.each([
  ["0", "0"],
  ["1.0", "1.0"],
  ["1e3", "1e3"],
  ["0e5", "0e5"],
  ["- 1", "-1"],
  [".5", ".5"],
  ["-.5", "-.5"],
  ["123456789012345678901234567890", "123456789012345678901234567890"],
  ["01", "unexpected number token: expected number without leading zero"],
  ["1e1000001", "number too big"],
  ["1e30102", "1e30102"],
  ["9.99e30102", "9.99e30102"],
  ["1e30103", "number too big"],
  ["1e-30104", "number too big"],
  ["0e9223372036854775807", "0e9223372036854775807"],
  ["0e9223372036854775808", "unexpected number token: invalid float"],
  ["1e2147483648", "unexpected number token: invalid float"],
  ["1e-1000001", "number too big"],
  ["1e30000", "1e30000"],
  ["0e9999999", "0e9999999"],
  [". 5a", "illegal number format"],
  [".x", "unexpected identifier token: expected number"],
])("%s is %s", (text, expected) => {
  expect(parsed(text)).toBe(expected);
});
