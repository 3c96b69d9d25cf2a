import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { Budget, defaultLimits } from "./budget.js";

test("steps are counted over loops and calls", () => {
  const rego = "p := count([1 | a := input[_]; b := input[_]; a + b > 0])";
  const input = Array.from({ length: 100 }, (_, index) => index);
  expect(outcomeOf({ rego, input, limits: { steps: 20_000 } })).toContain('{"p": 9999}');
  expect(outcomeOf({ rego, input, limits: { steps: 2_000 } })).toBe(
    "0:0 eval_cancel_error: evaluation limit of 2000 steps exceeded",
  );
});

test("several evaluations can share a budget", () => {
  const budget = new Budget({ ...defaultLimits, steps: 150 });
  const question = { rego: "p := [x | x := input[_]]", input: Array.from({ length: 100 }, () => 1), budget };
  expect(outcomeOf(question)).toContain("[1, 1");
  expect(outcomeOf(question)).toContain("evaluation limit of 150 steps exceeded");
});

test("the host is asked now and then and can cancel", () => {
  let questions = 0;
  const shouldStop = (): boolean => {
    questions += 1;
    return questions > 2;
  };
  const input = Array.from({ length: 10_000 }, () => 1);
  expect(outcomeOf({ rego: "p := [x | x := input[_]]", input, shouldStop })).toContain(
    "caller cancelled query execution",
  );
  expect(questions).toBe(3);
});

test("nested calls are limited", () => {
  const rules = Array.from({ length: 600 }, (_, index) => `r${index} := r${index + 1}`);
  const rego = [...rules, "r600 := 1"].join("\n");
  expect(outcomeOf({ rego, query: "data.test.r0" })).toContain("evaluation limit of 500 nested calls exceeded");
  expect(outcomeOf({ rego, query: "data.test.r500" })).toBe("1");
});

test("results that are too large end the evaluation", () => {
  const budget = new Budget({ ...defaultLimits, stringLength: 5 });
  expect(() => budget.exceed("stringLength")).toThrow(
    expect.objectContaining({ message: "evaluation limit of 5 characters of a string exceeded" }),
  );
});
