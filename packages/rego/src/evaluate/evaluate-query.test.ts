import { expect, test } from "vitest";
import { freezeDeep } from "../../test/freeze-deep.js";
import { outcomeOf } from "../../test/outcome-of.js";
import { allBuiltins, createBuiltins } from "../builtins/index.js";
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

test("a bug of the engine is an error, not an exception", () => {
  const broken = (): never => {
    throw new TypeError("bug");
  };
  const outcome = evaluateQuery(broken, {}, { release: "1.17" });
  expect(outcome).toMatchObject({ ok: false, errors: [{ code: "eval_internal_error", message: "TypeError: bug" }] });
});

test("a bug of a host's builtin fails closed, wherever it is called", () => {
  const call = (): never => {
    throw new TypeError("bug");
  };
  const host = createBuiltins([{ name: "host.fails", signature: "any -> any", call }]);
  const compile = { builtins: new Map([...allBuiltins(), ...host]) };
  const error = (place: string): string => `${place} eval_internal_error: host.fails: TypeError: bug`;
  expect(outcomeOf({ rego: "deny if host.fails(1)", compile })).toBe(error("3:9"));
  expect(outcomeOf({ rego: "allow if not host.fails(1)", compile })).toBe(error("3:10"));
  expect(outcomeOf({ rego: "p := [x | x := host.fails(1)]", compile })).toBe(error("3:16"));
  expect(outcomeOf({ rego: "p if walk([1], [_, _]) with walk as 1", compile })).toContain("rego_compile_error");
});

test("a sink that throws ends the evaluation with an error", () => {
  const print = (): never => {
    throw new Error("closed");
  };
  const outcome = outcomeOf({ rego: "p if print(1)", compile: { printing: "on" }, print });
  expect(outcome).toBe("0:0 eval_internal_error: Error: closed");
});

test("with strict errors a builtin's error comes before a later conflict", () => {
  const rego = 'p := to_number("x")\nq := 1\nq := 2';
  expect(outcomeOf({ rego, strictBuiltinErrors: true })).toContain("to_number");
  expect(outcomeOf({ rego })).toContain("eval_conflict_error");
});
