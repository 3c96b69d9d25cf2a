import { expect, test } from "vitest";
import { freezeDeep } from "../../test/freeze-deep.js";
import { outcomeOf } from "../../test/outcome-of.js";
import { evaluateQuery } from "./evaluate-query.js";

test("frozen documents are evaluated, twice with one result", () => {
  const input = freezeDeep({ xs: [3, 1, 2], o: { b: 1, a: 2 } });
  const rego =
    'p := [sort(input.xs), object.union(input.o, {"c": 1}), array.concat(input.xs, [4]), {x | x := input.xs[_]}]';
  const first = outcomeOf({ rego, input, data: freezeDeep({ base: [1] }) });
  expect(first).toBe('{"p": [[1, 2, 3], {"a": 2, "b": 1, "c": 1}, [3, 1, 2, 4], {1, 2, 3}]}');
  expect(outcomeOf({ rego, input })).toBe(first);
});

test("nesting beyond the engine's stack is an error, not a crash", () => {
  const overflow = (): never => overflow();
  const outcome = evaluateQuery(overflow, {}, { release: "1.17" });
  expect(outcome).toMatchObject({ ok: false, errors: [{ message: "evaluation limit of nesting exceeded" }] });
});

test("a bug of the engine is not hidden", () => {
  const broken = (): never => {
    throw new TypeError("bug");
  };
  expect(() => evaluateQuery(broken, {}, { release: "1.17" })).toThrow("bug");
});

test("with strict errors a builtin's error comes before a later conflict", () => {
  const rego = 'p := to_number("x")\nq := 1\nq := 2';
  expect(outcomeOf({ rego, strictBuiltinErrors: true })).toContain("to_number");
  expect(outcomeOf({ rego })).toContain("eval_conflict_error");
});
