import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test.each<[string, string, string]>([
  ["a literal in the body of a comprehension", "[x | some x in [1, 2]; not x == 1]", "[2]"],
  ["a comprehension in the body of a comprehension", "[x | x := [y | y := 1]]", "[[1]]"],
  ["a rule in a comprehension", "[x | x := data.test.q]", "[3]"],
  ["a comprehension in a key", "data.test.keys[[x | x := 1][0]]", "4"],
  ["a literal with another document", "[1 | data.test.q == 3 with input as 5]", "[1]"],
])("%s is planned", (_title, term, expected) => {
  const rego = `p := ${term}\nq := 3\nkeys := {1: 4}`;
  expect(outcomeOf({ rego, query: "data.test.p" })).toBe(expected);
});
