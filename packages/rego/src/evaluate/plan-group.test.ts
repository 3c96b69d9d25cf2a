import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test.each<[string, string, string]>([
  ["a key of a complete rule", 'p := {"a": 1}', "data.test.p.a"],
  ["a member of a set", "p contains 1", "data.test.p[1]"],
  ["a key of an object", 'p[k] := 1 if { k := "a" }', "data.test.p.a"],
  ["a key of a rule below", "p.a := 1", "data.test.p.a"],
  ["a function", "p(x) := x", "data.test.p(1)"],
])("%s is found", (_title, rego, query) => {
  expect(outcomeOf({ rego, query })).toBe("1");
});

test("a rule without value is remembered as such", () => {
  const lines: string[] = [];
  outcomeOf({
    rego: 'p if { print("once"); false }\nq if not p\nr if not p',
    compile: { printing: "on" },
    print: ({ text }) => lines.push(text),
  });
  expect(lines).toStrictEqual(["once"]);
});

test.each<[string, string, readonly string[]]>([
  ["a text", 'p := [f("a"), f("a"), f("b")]', ["a", "b"]],
  ["a collection that stands at one place", "p := [f(input), f(input), f({1})]", ['{"x": 1}', "{1}"]],
  ["equal collections", "p := [f([1]), f([1.0])]", ["[1]"]],
  ["a number", "p := [f(1), f(1), f(2)]", ["1", "2"]],
  ["a call without value is made again", 'q if f("none")\nr if not f("none")', ["none", "none"]],
  ["other documents, other results", 'p := f("a")\nq if f("a") with input as 1', ["a", "a"]],
])("where lines are printed, the results of functions are kept as OPA keeps them: %s", (_title, rego, expected) => {
  const lines: string[] = [];
  outcomeOf({
    rego: `f(x) := x if {\n  print(x)\n  x != "none"\n}\n${rego}`,
    input: { x: 1 },
    compile: { printing: "on" },
    print: ({ text }) => lines.push(text),
  });
  expect(lines).toStrictEqual(expected);
});
