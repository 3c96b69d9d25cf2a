import { describe, expect, test } from "vitest";
import { formatModule } from "./format.js";
import { parseModule } from "./parse-module.js";

function rules(text: string, version: "v0" | "v1"): string {
  const module = parseModule(`package a\n\n${text}\n`, { file: "a.rego", version });
  if (!module.ok) return module.errors.map(({ row, column, message }) => `${row}:${column} ${message}`).join(" / ");
  return formatModule(module.value).replace("package a\n\n", "").trim();
}

describe("rules (4.1, 4.2)", () => {
  test.each<[string, "v0" | "v1", string]>([
    ["p := 1", "v1", "p := 1"],
    ["p = 1", "v0", "p = 1"],
    ["p { x }", "v0", "p {\n\tx\n}"],
    ["p[x] { x := 1 }", "v0", "p[x] {\n\tx := 1\n}"],
    ["p[x] = y { x := 1; y := 2 }", "v0", "p[x] = y {\n\tx := 1\n\ty := 2\n}"],
    ['p["a"]', "v0", 'p["a"]'],
    ["f(1) = 2", "v0", "f(1) = 2"],
    ["p { a } { b }", "v0", "p {\n\ta\n}\n\np {\n\tb\n}"],
    ["p { a } else = 2 { b }", "v0", "p {\n\ta\n} else = 2 {\n\tb\n}"],
    ["p if x", "v1", "p if x"],
    ["p if { a; b }", "v1", "p if {\n\ta\n\tb\n}"],
    ["p contains x if { x := 1 }", "v1", "p contains x if x := 1"],
    ["p contains 1", "v1", "p contains 1"],
    ["p[x] := 1 if { x := 2 }", "v1", "p[x] := 1 if x := 2"],
    ["p.a[x].b := 1 if { x := 2 }", "v1", "p.a[x].b := 1 if x := 2"],
    ["default p := 1", "v1", "default p := 1"],
    ["default f(_) := 1", "v1", "default f(_) := 1"],
    ["p if { a } else := 1", "v1", "p if {\n\ta\n} else := 1"],
    ["p if { a } else := 1 if { b } else := 2", "v1", "p if {\n\ta\n} else := 1 if {\n\tb\n} else := 2"],
    ["as.foo := 1", "v1", "as.foo := 1"],
    ["p if every x in xs { x > 1 }", "v1", "p if {\n\tevery x in xs {\n\t\tx > 1\n\t}\n}"],
  ])("%s in %s", (text, version, expected) => {
    expect(rules(text, version)).toBe(expected);
  });

  test.each<[string, "v0" | "v1", string]>([
    ["p", "v0", "3:1 var cannot be used for rule name"],
    ["p { }", "v0", "3:5 found empty body"],
    ["p if { a } else 2", "v1", "3:17 unexpected number token: expected else value term or rule body"],
    ["p[x] { x := 1 } else = 2 { true }", "v0", "3:17 else keyword cannot be used on multi-value rules"],
    ["p[x] := 1 if { x := 1 } else := 2", "v1", "3:25 else keyword cannot be used on rules with variables in head"],
    ["p { a } else { b } { c }", "v0", "3:20 expected else keyword"],
    ["p := ", "v1", "4:0 unexpected eof token"],
    ["f(x) contains 1", "v1", "the contains keyword can only be used with multi-value rule definitions"],
    ["1 := 2", "v0", "3:1 number cannot be used for rule name"],
    ["p if", "v1", "4:0 unexpected eof token"],
  ])("%s in %s is an error", (text, version, expected) => {
    expect(rules(text, version)).toContain(expected);
  });
});
