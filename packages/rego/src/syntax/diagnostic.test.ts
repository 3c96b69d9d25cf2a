import { expect, test } from "vitest";
import { diagnose, excerptOf, renderDiagnostic, renderDiagnostics } from "./diagnostic.js";
import { nowhere } from "./location.js";

const first = diagnose("rego_parse_error", "text", { ...nowhere("a.rego"), row: 3, column: 2 });

test("an error is printed with file, line and code", () => {
  expect(renderDiagnostic(first)).toBe("a.rego:3: rego_parse_error: text");
  expect(renderDiagnostic(diagnose("rego_parse_error", "text", nowhere("")))).toBe("0: rego_parse_error: text");
});

test("an empty module is not counted", () => {
  expect(renderDiagnostics([diagnose("rego_parse_error", "empty module", nowhere("a.rego"))])).toBe(
    "a.rego:0: rego_parse_error: empty module",
  );
});

test("details come before the excerpt", () => {
  expect(renderDiagnostic({ ...first, details: ["have: number"] })).toBe(
    "a.rego:3: rego_parse_error: text\n\thave: number",
  );
});

test("an excerpt follows on lines of its own", () => {
  expect(renderDiagnostic({ ...first, excerpt: ["x := 1", "     ^"] })).toBe(
    "a.rego:3: rego_parse_error: text\n\tx := 1\n\t     ^",
  );
});

test("several errors are counted", () => {
  expect(renderDiagnostics([])).toBe("no error(s)");
  expect(renderDiagnostics([first])).toBe("1 error occurred: a.rego:3: rego_parse_error: text");
  expect(renderDiagnostics([first, first])).toBe(
    "2 errors occurred:\na.rego:3: rego_parse_error: text\na.rego:3: rego_parse_error: text",
  );
});

test("the entry about the limit has no place", () => {
  const limit = diagnose("rego_compile_error", "error limit reached", nowhere(""));
  expect(renderDiagnostic(limit)).toBe("rego_compile_error: error limit reached");
});

test.each<[string, number, readonly [string, string]]>([
  ["ab\ncd", 4, ["cd", " ^"]],
  ["\t\tx := 1", 7, ["x := 1", "     ^"]],
  ["ab  \n", 5, ["ab  ", " ^"]],
  ["", 0, ["", "^"]],
  ["\n\nx", 2, ["x", "^"]],
])("the excerpt of %j at %d", (source, offset, expected) => {
  expect(excerptOf(source, offset)).toStrictEqual(expected);
});
