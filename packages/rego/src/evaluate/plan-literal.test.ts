import { describe, expect, test } from "vitest";
import { outcomeOf, outcomeOfV0 } from "../../test/outcome-of.js";

const query = "data.test.p";

describe("a literal succeeds when its value is defined and not false (7.2)", () => {
  test.each<[string, string, string]>([
    ["true", "p if true", "true"],
    ["false", "p if false", "undefined"],
    ["null", "p if null", "true"],
    ["zero", "p if 0", "true"],
    ["the empty string", 'p if ""', "true"],
    ["a defined reference", "p if input.a", "true"],
    ["a reference to false", "p if input.no", "undefined"],
    ["an iteration over false and true", "p if input.mixed[_]", "true"],
    ["a missing reference", "p if input.none", "undefined"],
    ["the empty object after if", "p if {}", "true"],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, query, input: { a: 0, no: false, mixed: [false, 1] } })).toBe(expected);
  });
});

describe("what is moved out of a negated literal is not negated (7.2)", () => {
  test.each<[string, string]>([
    ["p if { not input.x }", "true"],
    ['p if { not input.x == "a" }', "true"],
    ['p if { not "a" = input.x }', "true"],
    ['p if { not startswith(input.x, "a") }', "undefined"],
    ['p if { not "a" in input.x }', "undefined"],
    ['p if { not input.x != "a" }', "undefined"],
    ["p if { not input.x < 3 }", "undefined"],
    ["p if { not count(input.x) == 0 }", "undefined"],
    ["p if { not input.y[input.x] }", "undefined"],
    ["p if { not [input.x] }", "undefined"],
    ['p if { not helper }\nhelper if startswith(input.x, "a")', "true"],
  ])("%s with input.x missing", (rego, expected) => {
    expect(outcomeOf({ rego, query, input: { y: {} } })).toBe(expected);
  });

  test.each<[string]>([
    ['p if { not startswith(input.x, "a") }'],
    ["p if { not input.x < 3 }"],
    ["p if { not input.y[input.x] }"],
  ])("%s succeeds where future.keywords.not is imported", (rule) => {
    expect(outcomeOf({ rego: `import future.keywords.not\n${rule}`, query, input: { y: {} } })).toBe("true");
  });

  test("a block is negated as a whole where future.keywords.not is imported", () => {
    const rego = "import future.keywords.not\np if not { some x in input; x > 3 }";
    expect(outcomeOf({ rego, query, input: [1, 2] })).toBe("true");
    expect(outcomeOf({ rego, query, input: [1, 4] })).toBe("undefined");
  });

  test("a body that is only true is dropped even if negated, when the head calls something", () => {
    expect(outcomeOf({ rego: "p := abs(-1) if { not true }", query })).toBe("1");
    expect(outcomeOf({ rego: "p := 1 if { not true }", query })).toBe("undefined");
  });
});

describe("every holds for each element (8.3)", () => {
  test.each<[string, string]>([
    ["p if every x in input.xs { x > 0 }", "true"],
    ["p if every x in input.xs { x > 1 }", "undefined"],
    ["p if every k, v in input.o { k == v }", "true"],
    ["p if every x in [] { x == 1 }", "true"],
    ["p if every x in input.none { x == 1 }", "undefined"],
    ["p if every x in 5 { x == 1 }", "undefined"],
    ["p if every _, x in input.xs { y := x; y < 9 }", "true"],
    ["p if every x in {1, 2} { x < input.limit } with input.limit as 3", "true"],
  ])("%s", (rego, expected) => {
    expect(outcomeOf({ rego, query, input: { xs: [1, 2], o: { a: "a" } } })).toBe(expected);
  });
});

test("v0 needs no if", () => {
  expect(outcomeOfV0({ rego: "p { input.a; not input.b }", query, input: { a: 1 } })).toBe("true");
});
