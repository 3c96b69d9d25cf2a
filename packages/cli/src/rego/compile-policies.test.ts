import { describe, expect, test } from "vitest";
import { type CompileRequest, compilePolicies } from "./compile-policies.js";
import type { LoadedPolicies } from "./load-policies.js";

const compile = (source: string, loaded: Partial<LoadedPolicies> = {}, request: Partial<CompileRequest> = {}) =>
  compilePolicies(
    { modules: [{ file: "a.rego", source }], data: {}, problems: [], ...loaded },
    { version: "v1", ...request },
  );

test("policies are compiled in the version that is asked for", () => {
  expect(compile("package a\n\np { input.x }", {}, { version: "v0" }).ok).toBe(true);
  expect(compile("package a\n\np { input.x }").ok).toBe(false);
});

describe("what is wrong is told", () => {
  test.each<
    [what: string, source: string, loaded: Partial<LoadedPolicies>, request: Partial<CompileRequest>, text: string]
  >([
    ["what could not be loaded", "package a", { problems: ["b.rego: gone"] }, {}, "b.rego: gone"],
    ["errors", "package a\n\np if x", {}, {}, "a.rego:3: rego_unsafe_var_error: var x is unsafe"],
    [
      "with their lines",
      "package a\n\np if x",
      {},
      { excerpts: "all" },
      "a.rego:3: rego_unsafe_var_error: var x is unsafe\n\tp if x\n\t     ^",
    ],
    [
      "what is unused",
      "package a\n\nimport data.b",
      {},
      { strict: "on" },
      "a.rego:3: rego_compile_error: import data.b unused",
    ],
    [
      "documents in the place of rules",
      "package a\n\np := 1",
      { data: { a: 1 } },
      {},
      "a.rego:3: rego_compile_error: conflicting rule for data path a/p found",
    ],
  ])("%s", (_what, source, loaded, request, text) => {
    const compiled = compile(source, loaded, request);
    expect(compiled.ok ? [] : compiled.errors.map((error) => error.text)).toEqual([text]);
  });
});
