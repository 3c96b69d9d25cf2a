import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test.each<[string, string]>([
  ["[input.a, 1]", '["x", 1]'],
  ['{"k": input.a, input.a: 2}', '{"k": "x", "x": 2}'],
  ["{input.a, 1}", '{1, "x"}'],
  ["input.o.p.q", "5"],
  ['input["o"]["p"].q', "5"],
  ["[1, 2, 3][1]", "2"],
  ['{"a": 1}.a', "1"],
  ["{1, 2}[2]", "2"],
  ["[x | x := 1][0]", "1"],
  ['object.get(input, "a", 1)', '"x"'],
  ["input.a.b", "undefined"],
  ["[input.none]", "undefined"],
  ['{"k": input.none}', "undefined"],
  ["{input.none}", "undefined"],
  ["input.xs[input.i]", "20"],
  ["input.xs[input.none]", "undefined"],
  ["input", '{"a": "x", "i": 1, "o": {"p": {"q": 5}}, "xs": [10, 20]}'],
])("%s is %s", (term, expected) => {
  const input = { a: "x", o: { p: { q: 5 } }, xs: [10, 20], i: 1 };
  expect(outcomeOf({ rego: `p := ${term}`, query: "data.test.p", input })).toBe(expected);
});
