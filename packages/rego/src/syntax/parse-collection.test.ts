import { describe, expect, test } from "vitest";
import { parseQueryText } from "./parse-module.js";

function kindOf(text: string): string {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  if (!query.ok) return query.errors[0]?.message ?? "";
  const expression = query.value[0]?.expression;
  return expression?.kind === "comprehension" ? `${expression.collects} comprehension` : (expression?.kind ?? "");
}

test.each([
  ["[]", "array"],
  ["[1]", "array"],
  ["[1 | x]", "array comprehension"],
  ["[a | b, c]", "array"],
  ["[, a | b]", "array"],
  ["{}", "object"],
  ["{1}", "set"],
  ["{1 | x}", "set comprehension"],
  ["{a | b, c}", "set"],
  ["{a + b}", "set"],
  ["{a: b}", "object"],
  ["{a: b | c}", "object comprehension"],
  ["{a + 1: b}", "object"],
  ["{a + 1: b | c}", "object comprehension"],
  ["{a: b + 1}", "object"],
  ["{, a}", "set"],
  ["{a: b + 1 | c}", "object"],
  ["{a + b c}", "unexpected identifier token: non-terminated set"],
  ["[x | ]", "found empty body"],
  ["{x | }", "found empty body"],
  ["{a: 1, b 2}", "unexpected number token: non-terminated object"],
  ["{a: 1 + 1, b 2}", 'unexpected number token: expected ":"'],
  ["{a: 1 + 1, b: 2 3}", 'unexpected number token: expected "," or "}"'],
])("%s is read as: %s", (text, expected) => {
  expect(kindOf(text)).toBe(expected);
});

describe("a chain of operators that is too long is an error", () => {
  const chain = Array.from({ length: 502 }, () => "1").join(" + ");

  test.each([`{${chain}}`, `{1 + 1: ${chain}}`])("%s", (text) => {
    expect(kindOf(text)).toBe("max parsing recursion depth exceeded");
  });
});
