import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

const unsafe = (count: number): string =>
  Array.from({ length: count }, (_, index) => `r${index} := x${index}`).join("\n");

test("ten errors are listed, then one that says that there are more", () => {
  expect(outcomeOf({ rego: unsafe(10) }).split("\n")).toHaveLength(10);
  const lines = outcomeOf({ rego: unsafe(12) }).split("\n");
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe("0:0 rego_compile_error: error limit reached");
});
