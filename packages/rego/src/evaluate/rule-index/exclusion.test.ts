import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../test/outcome-of.js";

describe("a body whose conditions cannot hold does not run, so that it has no errors", () => {
  test.each<[string, string, unknown, boolean]>([
    ["a document is missing", "p if { 1 / 0 == 1; input.a }", {}, false],
    ["a document is there", "p if { 1 / 0 == 1; input.a }", { a: 1 }, true],
    ["a document is another one", 'p if { 1 / 0 == 1; input.a == "x" }', { a: "y" }, false],
    ["one of two conditions fails", 'p if { 1 / 0 == 1; input.a == "x"; input.b }', { a: "x" }, false],
    ["both conditions hold", 'p if { 1 / 0 == 1; input.a == "x"; input.b }', { a: "x", b: 1 }, true],
    ["an argument is another one", "f(x) if { 1 / 0 == 1; x == 1 }\np if f(2)", {}, false],
    ["base data is missing", "p if { 1 / 0 == 1; data.base.a }", {}, false],
    ["in a partial set", "p contains 1 if { 1 / 0 == 1; input.a }", {}, false],
    ["in a partial object", "p[x] := 1 if { x := 1 / 0; input.a }\nq := p.a", {}, false],
    ["in an else branch", "p := 1 if input.a\nelse := 2 if { 1 / 0 == 1; input.b }", {}, false],
    ["the body itself checks first", "p if { input.a; 1 / 0 == 1 }", { a: 1 }, true],
  ])("%s", (_title, rego, input, fails) => {
    expect(outcomeOf({ rego, input, strictBuiltinErrors: true }).includes("divide by zero")).toBe(fails);
  });
});
