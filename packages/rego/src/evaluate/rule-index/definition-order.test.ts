import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../test/outcome-of.js";

/** The order shows in the first error: each definition that is tried divides by zero in a row of its own. */
const failing = (condition: string): string => `p := x if { x := 1 / 0; ${condition} }\n`;

const firstRow = (conditions: readonly string[]): string => {
  const rego = conditions.map(failing).join("");
  return outcomeOf({ rego, input: { a: "x", b: "y", c: ["x"] }, strictBuiltinErrors: true });
};

describe("definitions are tried in the order in which OPA's index holds them", () => {
  test.each<[string, readonly string[], number]>([
    ["without conditions in their own", ["true", "true"], 3],
    ["one without conditions before one with", ['input.a == "x"', "true"], 4],
    ["one that needs something there before one that needs a value", ['input.a == "x"', "input.a"], 4],
    ["one that needs something else before", ['input.a == "x"', 'input.b == "y"', 'input.a == "x"'], 4],
    ["an array after what is there", ["input.c = [_]", "input.c"], 4],
    ["several values before several conditions", ['input.a == "x"; input.b == "y"', 'input.a in {"x", "z"}'], 4],
    ["one that is left out", ['input.a == "z"', 'input.a == "x"'], 4],
  ])("%s", (_title, conditions, row) => {
    expect(firstRow(conditions)).toMatch(new RegExp(`^${row}:\\d+ eval_builtin_error`));
  });
});
