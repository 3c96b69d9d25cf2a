import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

describe("a complete rule has the value of its satisfied definitions, which must agree (6.1)", () => {
  test.each<[string, string, unknown, string]>([
    ["one definition", "p := 1", {}, '{"p": 1}'],
    ["none is satisfied", "p := 1 if input.a", {}, "{}"],
    ["a default", "default p := 2\np := 1 if input.a", {}, '{"p": 2}'],
    ["a default stands back", "default p := 2\np := 1 if input.a", { a: true }, '{"p": 1}'],
    ["false is a value", "default p := true\np := false", {}, '{"p": false}'],
    ["null is a value", "default p := true\np := null", {}, '{"p": null}'],
    ["two that agree", "p := x if x := input.a\np := x if x := input.b", { a: 1, b: 1 }, '{"p": 1}'],
    ["one body with equal solutions", "p := x if x := input.a[_]", { a: [1, 1] }, '{"p": 1}'],
    ["same constants end the search", "p if input.a\np if input.b", { a: 1, b: 1 }, '{"p": true}'],
  ])("%s", (_title, rego, input, expected) => {
    expect(outcomeOf({ rego, input })).toBe(expected);
  });

  test("definitions that disagree are a conflict", () => {
    expect(outcomeOf({ rego: "p := 1\np := 2" })).toContain("complete rules must not produce multiple outputs");
  });

  test("solutions of one body that disagree are a conflict", () => {
    expect(outcomeOf({ rego: "p := x if x := input[_]", input: [1, 2] })).toContain("eval_conflict_error");
  });

  test("release 1.22 names the values and their places", () => {
    const outcome = outcomeOf({ rego: "p := 1\np := 2", compile: { reference: "1.22" } });
    expect(outcome).toContain(
      "rule data.test.p produced conflicting values:\n  1 at test-0.rego:3\n  2 at test-0.rego:4",
    );
  });
});

describe("an else chain yields at most one value (6.3)", () => {
  const rego = "p := 1 if input.a\nelse := 2 if input.b\nelse := 3 if input.c";
  test.each<[string, unknown, string]>([
    ["the first branch", { a: true, b: true }, '{"p": 1}'],
    ["the second branch", { b: true, c: true }, '{"p": 2}'],
    ["the last branch", { c: true }, '{"p": 3}'],
    ["no branch", {}, "{}"],
  ])("%s", (_title, input, expected) => {
    expect(outcomeOf({ rego, input })).toBe(expected);
  });

  test("a false value ends the chain", () => {
    expect(outcomeOf({ rego: "p := false if true\nelse := 1" })).toBe('{"p": false}');
  });
});

describe("functions match their arguments (8.5)", () => {
  test.each<[string, string, string]>([
    ["a variable", "f(x) := x + 1\np := f(1)", '{"p": 2}'],
    ["a constant", 'f("a") := 1\nf("b") := 2\np := f("b")', '{"p": 2}'],
    ["a constant that no definition has", 'f("a") := 1\np := f(input.x)', "{}"],
    ["a pattern", 'f([x, {"k": y}]) := [x, y]\np := f([1, {"k": 2}])', '{"p": [1, 2]}'],
    ["a pattern of another length", "f([x, y]) := x\np := f(input.x)", "{}"],
    ["the same name twice", "f(x, x) := 1\np := f(2, 2)\nq := f(input.x, 3)", '{"p": 1}'],
    ["a default", "default f(_) := 0\nf(x) := 1 if x > 3\np := [f(4), f(2)]", '{"p": [1, 0]}'],
    ["an explicit result", "f(x) := x\np := y if f(1, y)", '{"p": 1}'],
    ["a wrong explicit result", "f(x) := x\np if f(1, 2)", "{}"],
    ["a false result is no success", "f(x) := false if x\np if f(true)", "{}"],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, input: { x: ["c"] } })).toBe(expected);
  });

  test("results that disagree are a conflict", () => {
    const rego = "f(x) := 1\nf(x) := 2\np := f(1)";
    expect(outcomeOf({ rego })).toContain("functions must not produce multiple outputs for same inputs");
    expect(outcomeOf({ rego, compile: { reference: "1.22" } })).toContain(
      "function data.test.f produced conflicting values for the same inputs:",
    );
  });
});
