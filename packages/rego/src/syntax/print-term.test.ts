import { expect, test } from "vitest";
import { variable } from "./ast.js";
import { nowhere } from "./location.js";
import { parseQueryText } from "./parse-module.js";
import { printBody, printTerm, sourceName } from "./print-term.js";

test.each([
  "(1 + 2) * 3",
  "f(x)[_].a",
  "[(a | b), c]",
  "{(a | b)}",
  '{"k": (a | b)}',
  "[(k, v in xs)]",
  "[x | some x in xs; not x == 1]",
  "{(a + 1): b | c}",
  "x := y with input as {}",
  "every k, v in xs { k; v }",
  "some x, y",
  "(x in xs) == true",
  "(-1) + x",
  "(a - b)[_]",
  '$"a {x} \\{"',
  "set()",
  'data["a b"].c',
])("%s is printed as it was", (text) => {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  expect(query.ok ? printBody(query.value) : query.errors).toBe(text);
});

test("names of the compiler are printed as OPA prints them", () => {
  expect(sourceName("x#3")).toBe("x");
  expect(sourceName("#17")).toBe("__local17__");
  expect(printTerm(variable("$4", nowhere("")))).toBe("_");
});
