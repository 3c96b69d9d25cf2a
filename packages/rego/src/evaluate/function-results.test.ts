import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import type { Value } from "../value/value.js";
import type { Context } from "./context.js";
import {
  areSame,
  createFunctionResults,
  type FunctionResults,
  RecentResults,
  ResultsByArgument,
  VisibleResults,
} from "./function-results.js";

const evaluationWhere = (isOrderVisible: boolean): Context =>
  // Nothing else of a context is looked at.
  ({ evaluation: { isOrderVisible } }) as Context;

/** The arguments that were computed when these calls are made one after the other. */
function computed(results: FunctionResults, calls: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  const seen: (readonly Value[])[] = [];
  const compute = (args: readonly Value[]): Value | undefined => {
    seen.push(args);
    return args[0] === "none" ? undefined : [...args];
  };
  const context = evaluationWhere(false);
  for (const args of calls) {
    const value = results.valueOf(args, context, compute);
    expect(value).toStrictEqual(args[0] === "none" ? undefined : args);
  }
  return seen;
}

describe("what a function gave is kept", () => {
  test("where it is visible for equal arguments, and only values", () => {
    const calls = [[1, [2]], [1, [2]], ["none"], ["none"], [1, [3]]];
    expect(computed(new VisibleResults(), calls)).toStrictEqual([[1, [2]], ["none"], ["none"], [1, [3]]]);
  });

  test("for one argument that is a text or the same collection, with or without a value", () => {
    const collection = [1];
    const calls = [["a"], ["a"], [collection], [collection], [[1]], ["none"], ["none"], [1], [1]];
    expect(computed(new ResultsByArgument(), calls)).toStrictEqual([["a"], [[1]], [[1]], ["none"], [1], [1]]);
  });

  test("for several arguments of the calls made last", () => {
    const others = Array.from({ length: 8 }, (_, index) => ["other", index]);
    const calls = [["a", 1], ["a", 1], ["none", 1], ["none", 1], ...others, ["a", 1]];
    expect(computed(new RecentResults(), calls)).toStrictEqual([["a", 1], ["none", 1], ...others, ["a", 1]]);
  });
});

test("arguments are the same by identity", () => {
  const collection: Value = [1];
  expect(areSame([collection, "a"], [collection, "a"])).toBe(true);
  expect(areSame([collection], [[1]])).toBe(false);
});

test.each([
  ["several arguments", 2, false, RecentResults],
  ["one argument", 1, false, ResultsByArgument],
  ["somebody who can tell", 1, true, VisibleResults],
])("how results are kept follows from %s", (_title, arity, isVisible, expected) => {
  expect(createFunctionResults(arity, evaluationWhere(isVisible))).toBeInstanceOf(expected);
});

test("other documents have other results", () => {
  const rego = "f(x, y) := input + x + y\np := [f(1, 2), v] if v := f(1, 2) with input as 10";
  expect(outcomeOf({ rego, input: 1, query: "data.test.p" })).toBe("[4, 13]");
});
