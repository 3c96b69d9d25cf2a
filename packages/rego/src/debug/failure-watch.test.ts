import { describe, expect, test } from "vitest";
import { compileRego } from "../index.js";
import { FailureWatch } from "./failure-watch.js";

function watched(rules: string, input: unknown, most = 10): FailureWatch {
  const policy = compileRego([{ file: "a.rego", source: `package a\n\n${rules}\n` }]);
  const watch = new FailureWatch(most, undefined);
  if (policy.ok) policy.value.evaluate("data.a.p", { input, observer: watch });
  return watch;
}

describe("attempts at bodies are kept", () => {
  test("with how far they came, over all solutions of earlier literals", () => {
    const [attempt] = watched("p if { some x in input; x > 1; x > 2; x > 9 }", [0, 5, 2]).attempts;
    expect([attempt?.passed, attempt?.failure?.bindings.size]).toStrictEqual([3, 2]);
  });

  test("a body that succeeds after failures has all its literals passed", () => {
    const [attempt] = watched("p if { some x in input; x > 1 }", [0, 5]).attempts;
    expect([attempt?.passed, attempt?.failure, attempt?.value]).toStrictEqual([2, undefined, true]);
  });

  test.each<[string, unknown]>([
    ["p contains x if some x in [true, false]", undefined],
    ["p[x] := false if some x in [1, 2]", false],
  ])("of %s a member is no value, what stands at a key is one", (rego, value) => {
    const [attempt] = watched(rego, {}).attempts;
    expect([attempt?.passed, attempt?.value]).toStrictEqual([2, value]);
  });

  test("no more than are wanted for one literal", () => {
    expect(watched("p if input.a\n\np if input.b\n\np if input.c", {}, 2).attempts).toHaveLength(2);
  });

  test("those of rules that were asked stand at the literal that asked them", () => {
    const [attempt] = watched("p if { q; r }\n\nq if input\n\nr if input.x", {}).attempts;
    expect(attempt?.failure?.tried.map(({ passed }) => passed)).toStrictEqual([0]);
  });
});

test("what belongs to no rule is not kept", () => {
  const watch = new FailureWatch(1, undefined);
  const policy = compileRego([]);
  if (policy.ok) policy.value.evaluate("input.x == 1; [1 | true]", { input: {}, observer: watch });
  expect([watch.attempts, watch.latest.size]).toStrictEqual([[], 0]);
});
