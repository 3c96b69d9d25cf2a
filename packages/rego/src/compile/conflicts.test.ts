import { expect, test } from "vitest";
import { outcomeOf, outcomeOfV0 } from "../../test/outcome-of.js";

test.each<[string, string]>([
  ["p := 1\np contains 2", "conflicting rules data.test.p found"],
  ["p := 1\np(x) := x", "conflicting rules data.test.p found"],
  ["f(x) := 1\nf(x, y) := 1", "conflicting rules data.test.f found"],
  ["p := 1\np.a := 2", "rule data.test.p conflicts with [data.test.p.a]"],
  ["p := 1\np.a.b := 2\np.c := 3", "rule data.test.p conflicts with [data.test.p.a.b data.test.p.c]"],
  ["p := 1\np.a := 2\np.a.b := 3", "rule data.test.p conflicts with [data.test.p.a]"],
  ['p[x] := 1 if x := "a"\np.f(x) := x', "rule data.test.p[x] conflicts with [data.test.p.f]"],
  ["p.if := 1\np.if contains 2", 'conflicting rules data.test.p["if"] found'],
  ["default p := 1\ndefault p := 2", "multiple default rules data.test.p found at test-0.rego:3, test-0.rego:4"],
  ["default p := 1\np contains 1", "conflicting rules data.test.p found"],
])("%j is a conflict (6.8)", (rego, expected) => {
  expect(outcomeOf({ rego })).toContain(`rego_type_error: ${expected}`);
});

test("a set and an object of one name conflict", () => {
  expect(outcomeOfV0({ rego: "p[x] { x := 1 }\np[x] = 1 { x := 1 }" })).toContain(
    "conflicting rules data.test.p[x] found",
  );
});

test("a package cannot have the path of a rule", () => {
  const rego = ["package a\n\nb := 1\n", "package a.b\n\nc := 1\n"];
  expect(outcomeOf({ rego })).toContain("package a.b conflicts with rule b defined at test-0.rego:3");
});

test("variable parts leave room for rules below", () => {
  expect(outcomeOf({ rego: 'p[x].a := 1 if { x := "q" }\np.r.b := 2' })).toBe('{"p": {"q": {"a": 1}, "r": {"b": 2}}}');
});
