import { compileRego, type EvaluateOptions, jsonText } from "@ostiary/rego";
import { describe, expect, test } from "vitest";
import { hostSources, limitTime } from "./host.js";

const evaluate = (query: string, options: EvaluateOptions) => {
  const policy = compileRego([]);
  return policy.ok ? policy.value.evaluate(query, options) : policy;
};

const answer = (query: string): string | undefined => {
  const results = evaluate(query, hostSources({ HOME: "/home/ann", EMPTY: undefined }));
  return results.ok ? results.value.flatMap(({ expressions }) => expressions.map(jsonText)).join() : undefined;
};

describe("policies may ask", () => {
  test.each([
    ["time.now_ns() > 1700000000000000000", "true"],
    ['rand.intn("x", 1)', "0"],
    ['count(uuid.rfc4122("x"))', "36"],
    ["opa.runtime().env.HOME", '"/home/ann"'],
  ])("%s", (query, expected) => {
    expect(answer(query)).toBe(expected);
  });
});

const ENDLESS = "count([1 | numbers.range(1, 3000)[_]; numbers.range(1, 3000)[_]])";

test("an evaluation ends when its time is over, and not for its steps", () => {
  const ended = evaluate(ENDLESS, limitTime(20));
  expect(ended).toMatchObject({ ok: false, errors: [{ message: "caller cancelled query execution" }] });
});

test("without a time the steps are limited", () => {
  const ended = evaluate(ENDLESS, limitTime(undefined));
  expect(ended).toMatchObject({ ok: false, errors: [{ message: expect.stringContaining("steps exceeded") }] });
});
