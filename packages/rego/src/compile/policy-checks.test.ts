import { describe, expect, test } from "vitest";
import { allBuiltins, compilePolicy, type PolicyOptions } from "../index.js";
import { policyChecks } from "./policy-checks.js";

const compile = (rule: string, options: Partial<PolicyOptions> = {}) =>
  compilePolicy([{ file: "a.rego", source: `package a\n\n${rule}\n` }], { builtins: allBuiltins(), ...options });

const errorsOf = (rule: string, options: Partial<PolicyOptions> = {}) => {
  const policy = compile(rule, options);
  return policy.ok ? [] : policy.errors.map(({ message, details }) => ({ message, details }));
};

describe("a host without checks", () => {
  test.each(["p := count(1)", 'p if 1 == "a"', 'x := "a"\n\np if x == 1', "p := [x | x := count(1)]"])(
    "gets %j compiled, which is then undefined",
    (rule) => {
      expect(errorsOf(rule, { checks: policyChecks })).toHaveLength(1);
      const policy = compile(rule);
      const results = policy.ok ? policy.value.evaluate("data.a.p") : policy;
      expect(results).toMatchObject({ ok: true });
      expect(results.ok ? results.value.flatMap(({ expressions }) => expressions) : []).not.toContain(true);
    },
  );

  test("is still told what no evaluation could do, yet not with which types", () => {
    const message = "startswith: arity mismatch";
    expect(errorsOf("p := startswith(1)")).toStrictEqual([{ message, details: undefined }]);
    expect(errorsOf("p := startswith(1)", { checks: policyChecks })).toStrictEqual([
      { message, details: ["have: (number, ???)", "want: (search: string, base: string)"] },
    ]);
  });

  test("cannot ask for strict mode", () => {
    expect(errorsOf("p := 1", { strict: "on" })).toMatchObject([{ message: "strict mode needs the option `checks`" }]);
    expect(errorsOf("p := 1", { strict: "on", checks: policyChecks })).toStrictEqual([]);
  });

  test("has its queries evaluated as well", () => {
    const policy = compile("p := 1");
    expect(policy.ok && policy.value.evaluate('1 == "a"')).toStrictEqual({
      ok: true,
      value: [expect.objectContaining({ expressions: [false] })],
    });
  });

  test.each([
    ["input := 1\n\np if input", true],
    ["p if any([true])", true],
    ["import data.x\nimport data.y as x\n\np := 1", 1],
  ])("may use in v1 what only v0 allows: %j", (rule, value) => {
    expect(errorsOf(rule, { checks: policyChecks })).toHaveLength(1);
    const policy = compile(rule);
    const results = policy.ok ? policy.value.evaluate("data.a.p") : policy;
    expect(results.ok && results.value.map(({ expressions }) => expressions)).toStrictEqual([[value]]);
  });

  test("is told less clearly that a print has no value", () => {
    expect(errorsOf("p := [print(1)]")).toMatchObject([{ message: "expression is unsafe" }]);
  });
});
