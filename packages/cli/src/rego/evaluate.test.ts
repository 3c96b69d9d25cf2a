import { expect, test } from "vitest";
import { type EvalRequest, evaluateRequest } from "./evaluate.js";

const request = (source: string, rest: Partial<EvalRequest> = {}): EvalRequest => ({
  query: "data.a.p",
  scope: {},
  version: "v1",
  policies: { modules: [{ file: "a.rego", source }], data: {}, problems: [] },
  input: undefined,
  strict: "off",
  trace: undefined,
  coverage: "off",
  options: {},
  ...rest,
});

test("a policy is compiled, and its rule evaluated", () => {
  const { results, expressions, errors } = evaluateRequest(request("package a\n\np := input", { input: { x: 1 } }));
  expect([results[0]?.expressions, expressions[0]?.text, errors]).toEqual([[{ x: 1 }], "data.a.p", []]);
});

test("what could not be read is an error, and nothing is evaluated", () => {
  const policies = { modules: [], data: {}, problems: ["a.rego: gone"] };
  expect(evaluateRequest(request("", { policies }))).toEqual({
    expressions: [],
    results: [],
    errors: [{ message: "a.rego: gone", text: "a.rego: gone" }],
  });
});

test.each([
  ["package a\n\np := x", "data.a.p", "var x is unsafe"],
  ["package a", "data.[", "unexpected"],
  ["package a\n\np := 1\n\np := 2", "data.a.p", "complete rules must not produce multiple outputs"],
])("errors of %j and %s are told", (source, query, message) => {
  expect(evaluateRequest(request(source, { query })).errors[0]?.message).toContain(message);
});

test("steps and lines are recorded when they are wanted, together too", () => {
  const { explanation, coverage } = evaluateRequest(request("package a\n\np := 1", { trace: "full", coverage: "on" }));
  expect([explanation, coverage?.percent]).toEqual([expect.stringContaining("Enter data.a.p"), 100]);
  expect(evaluateRequest(request("package a\n\np := 1", { coverage: "on" })).explanation).toBeUndefined();
});
