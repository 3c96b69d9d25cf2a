import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

const unsafe = (count: number): string =>
  Array.from({ length: count }, (_, index) => `r${index} := x${index}`).join("\n");

test("the tenth error is followed by one that says that the limit is reached", () => {
  expect(outcomeOf({ rego: unsafe(9) }).split("\n")).toHaveLength(9);
  expect(outcomeOf({ rego: unsafe(10) }).split("\n")).toHaveLength(11);
  const lines = outcomeOf({ rego: unsafe(12) }).split("\n");
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe("0:0 rego_compile_error: error limit reached");
});

test("of a query ten errors are listed, then one that says that there are more", () => {
  const query = (count: number): string => Array.from({ length: count }, (_, index) => `x${index} == 1`).join("; ");
  expect(outcomeOf({ rego: "p := 1", query: query(10) }).split("\n")).toHaveLength(10);
  expect(outcomeOf({ rego: "p := 1", query: query(11) }).split("\n")).toHaveLength(11);
});
