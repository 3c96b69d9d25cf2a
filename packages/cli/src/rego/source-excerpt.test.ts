import { compileRego, renderDiagnostic } from "@ostiary/rego";
import { expect, test } from "vitest";
import { withExcerpts } from "./source-excerpt.js";

const told = (source: string): readonly string[] => {
  const modules = [{ file: "a.rego", source }];
  const policy = compileRego(modules);
  return withExcerpts(policy.ok ? [] : policy.errors, modules).map(renderDiagnostic);
};

test("an error shows its line, and a caret at its place", () => {
  expect(told("package a\n\np if {\n\t\tx > 1\n}\n")).toEqual([
    "a.rego:4: rego_unsafe_var_error: var x is unsafe\n\tx > 1\n\t^",
  ]);
  expect(told("package a\r\n\r\np := f(1)\r\n")[0]).toMatch(/\n\tp := f\(1\)\n\t {5}\^$/);
});

test("an error that has an excerpt keeps it, one without a place has none", () => {
  expect(told("package a\n\np := 01\n")[0]).toMatch(/\n\tp := 01\n\t {5}\^$/);
  expect(told("")).toEqual([expect.not.stringContaining("^")]);
});
