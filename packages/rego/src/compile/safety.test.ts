import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

describe("every variable is bound before it is needed (7.3)", () => {
  test.each<[string, string]>([
    ["p := x", "3:6 rego_unsafe_var_error: var x is unsafe"],
    ["p if { x == 1 }", "3:8 rego_unsafe_var_error: var x is unsafe"],
    ["p if { not x == 1 }", "3:8 rego_unsafe_var_error: var x is unsafe"],
    ["p if { y := [1]; not y[_] == 2 }", "3:18 rego_unsafe_var_error: var _ is unsafe"],
    [
      "p if { x = y + 1; y = x - 1 }",
      "3:8 rego_unsafe_var_error: var x is unsafe\n3:12 rego_unsafe_var_error: var y is unsafe",
    ],
    ["p if { {k: 1} = input }", "3:8 rego_unsafe_var_error: var k is unsafe"],
    ["p if { {x, 1} = {1, 2} }", "3:8 rego_unsafe_var_error: var x is unsafe"],
    ["p if { input.a with input as x }", "3:8 rego_unsafe_var_error: var x is unsafe"],
    ["p if every x in [1] { x == y }", "3:23 rego_unsafe_var_error: var y is unsafe"],
    ["p contains x if true", "3:12 rego_unsafe_var_error: var x is unsafe"],
    ['p := $"a {x}"', "3:6 rego_unsafe_var_error: var x is unsafe"],
    ["p := [z | z = x]", "3:11 rego_unsafe_var_error: var x is unsafe\n3:11 rego_unsafe_var_error: var z is unsafe"],
    ["p if { __local0__ = __local1__; __local2__ = 1; __local1__ = x }", "3:49 rego_unsafe_var_error: var x is unsafe"],
    [
      "p if { __local0__ = __local1__; __local1__ = __local0__; __local2__ = __local3__ }",
      "3:8 rego_unsafe_var_error: expression is unsafe\n3:58 rego_unsafe_var_error: expression is unsafe",
    ],
    ["p if { n := count(x.a); m = count(n) }", "3:13 rego_unsafe_var_error: var x is unsafe"],
    [
      "p if { n := count(x); m = n }",
      "3:8 rego_unsafe_var_error: var n is unsafe\n3:13 rego_unsafe_var_error: var x is unsafe\n3:23 rego_unsafe_var_error: var m is unsafe",
    ],
    [
      "p if { count({k: 7}, z); k = z }",
      "3:8 rego_unsafe_var_error: var k is unsafe\n3:26 rego_unsafe_var_error: var z is unsafe",
    ],
    ["p := [x, y]", "3:10 rego_unsafe_var_error: var y is unsafe\n3:7 rego_unsafe_var_error: var x is unsafe"],
  ])("%s is unsafe", (rego, expected) => {
    expect(outcomeOf({ rego })).toBe(expected);
  });

  test("v0 hints at a keyword that was not imported", () => {
    const outcome = outcomeOf({ rego: "p { x := every; x }", compile: { version: "v0" } });
    expect(outcome).toContain("var every is unsafe (hint: `import future.keywords.every` to import a future keyword)");
  });

  test("words that are no keywords of v0 get hints too, but not in heads", () => {
    expect(outcomeOf({ rego: "p if { or == 1 }" })).toContain("(hint: `import future.keywords.or`");
    expect(outcomeOf({ rego: "p := or" })).toBe("3:6 rego_unsafe_var_error: var or is unsafe");
  });

  test("literals wait for what they need", () => {
    const rego = "p := [a, b, c] if { c = b + 1; b = a + 1; not a == 9; a = input.a }";
    expect(outcomeOf({ rego, query: "data.test.p", input: { a: 1 } })).toBe("[1, 2, 3]");
  });

  test("closures wait for what they read", () => {
    const rego = "p := n if { n = count([x | x = input.xs[_]; x > limit]); limit = 1 }";
    expect(outcomeOf({ rego, query: "data.test.p", input: { xs: [1, 2, 3] } })).toBe("2");
  });

  test("the order of literals does not matter", () => {
    const literals = [
      "x = input.xs[_]",
      "y = x * 2",
      "y > limit",
      "limit = input.limit",
      "z = [k | k = x]",
      "not x == 5",
    ];
    const input = { xs: [1, 2, 3, 4, 5], limit: 3 };
    const answer = (body: readonly string[]): string =>
      outcomeOf({ rego: `p contains [x, y, z] if { ${body.join("; ")} }`, query: "data.test.p", input });
    const expected = answer(literals);
    expect(expected).toBe("{[2, 4, [2]], [3, 6, [3]], [4, 8, [4]]}");
    fc.assert(
      fc.property(fc.shuffledSubarray(literals, { minLength: literals.length }), (body) => {
        expect(answer(body)).toBe(expected);
      }),
    );
  });
});
