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
