import { describe, expect, test } from "vitest";
import { parseModule } from "./parse-module.js";

function verdict(text: string, version: "v0" | "v1" = "v0", release: "1.17" | "1.22" = "1.17"): string {
  const module = parseModule(text, { file: "a", version, release });
  if (module.ok)
    return [module.value.package.path.join("/"), module.value.version, module.value.negatesWhole].join(" ");
  return module.errors.map(({ row, column, message }) => `${row}:${column} ${message}`).join(" / ");
}

describe("packages and imports (5)", () => {
  test.each<[string, string]>([
    ['package a.b["c-d"].if', "a/b/c-d/if v0 false"],
    ["package a\nimport data.x as y\nimport input.z\nimport data", "a v0 false"],
    ["package a\nimport future.keywords", "a v0 false"],
    ["package a\nimport future.keywords.not", "a v0 true"],
    ["package a\nimport rego.v1", "a v0-compatible false"],
    ["package a\nimport future.keywords.every\np { every x in [] { x } }", "a v0 false"],
    ["package a\nimport future.keywords.in\np { 1 in [1] }", "a v0 false"],
  ])("%j", (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });

  test.each<[string, string]>([
    ["package 1", "1:9 unexpected number token"],
    ["package a[b]", "1:11 unexpected var token: expecting string"],
    ["package", "1:7 unexpected eof token"],
    ["import data.a", "1:1 package expected"],
    ["package a\npackage b", "2:1 unexpected package"],
    ["package a\nimport foo.bar", "must begin with one of: {data, future, input, rego}, got: foo"],
    ["package a\nimport data[x]", "2:13 unexpected var token: expecting string"],
    ["package a\nimport data.x as 1", "2:18 unexpected number token: expected var"],
    ["package a\nimport data.not", "unexpected import path, must not end with a keyword, got: not"],
    ["package a\nimport future.keywords.foo", "unexpected keyword, must be one of [contains every if in not]"],
    ["package a\nimport future.x", "invalid import, must be `future.keywords`"],
    ["package a\nimport future.keywords.in as x", "`future` imports cannot be aliased"],
    ["package a\nimport rego.v1 as x", "`rego` imports cannot be aliased"],
    ["package a\nimport rego.v2", "invalid import `rego.v2`, must be `rego.v1`"],
  ])("%j is an error", (text, expected) => {
    expect(verdict(text)).toContain(expected);
  });

  test.each<[string, "1.17" | "1.22", string]>([
    ["package a\nimport data.x\nif := 1", "1.17", "3:1 if keyword cannot be used for rule name"],
    ["package a\nimport data.x as y\nif := 1", "1.17", "3:1 unexpected if keyword"],
    ["package a\nimport rego.v1\nif := 1", "1.22", "3:1 if keyword cannot be used for rule name"],
  ])("the word after the path of an import is read as part of it: %j", (text, release, expected) => {
    expect(verdict(text, "v1", release)).toBe(expected);
  });

  test("importing not imports all keywords, until 1.22", () => {
    const text = "package a\nimport future.keywords.not\n\np if { 1 in [1] }";
    expect(verdict(text)).toBe("a v0 true");
    expect(verdict(text, "v0", "1.22")).toContain("4:10 unexpected identifier token");
  });

  test("release 1.22 includes not in the keywords, and knows rego.v2", () => {
    expect(verdict("package a\nimport future.keywords", "v0", "1.22")).toBe("a v0 true");
    expect(parseModule("package a\nimport rego.v2", { file: "a", version: "v1", release: "1.22" }).ok).toBe(true);
  });
});
