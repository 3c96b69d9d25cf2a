import { describe, expect, it } from "vitest";
import { kubernetesEnvironment } from "./environment.js";
import { compilePolicy, type PolicySource } from "./policy-program.js";

const NOTHING: PolicySource = {
  variables: [],
  matchConditions: [],
  validations: [],
  auditAnnotations: [],
  params: "none",
};

const compile = (source: Partial<PolicySource>) => compilePolicy({ ...NOTHING, ...source }, kubernetesEnvironment());
const validation = (expression: string, messageExpression = "") => ({ expression, message: "", messageExpression });
const fault = (
  expression: { readonly program: { readonly ok: boolean; readonly error?: { readonly message: string } } } | undefined,
) => (expression?.program.ok === false ? expression.program.error?.message.split("\n")[0] : undefined);

describe("compilePolicy", () => {
  it("a validation must be a boolean for sure, a message a text, an annotation a text or null", () => {
    const program = compile({
      validations: [validation("1"), validation("object.spec"), validation("true", "1")],
      matchConditions: [{ name: "m", expression: "'a'" }],
      auditAnnotations: [{ name: "a", expression: "1" }],
    });
    expect(program.validations.map(fault)).toEqual([
      "must evaluate to bool but got int",
      "must evaluate to bool but got dyn",
      undefined,
    ]);
    expect(fault(program.validations[2]?.messageExpression)).toBe("must evaluate to string but got int");
    expect(program.matchConditions.map(fault)).toEqual(["must evaluate to bool but got string"]);
    expect(program.auditAnnotations.map(fault)).toEqual(["must evaluate to one of [string null_type] but got int"]);
  });

  it("variables are known to what comes after them, with their types", () => {
    const program = compile({
      variables: [
        { name: "early", expression: "variables.late" },
        { name: "late", expression: "[1, 2]" },
        { name: "broken", expression: "1 +" },
      ],
      validations: [
        validation("variables.late[0] + 'a' == ''"),
        validation("variables.broken == 1"),
        validation("variables.zz"),
      ],
    });
    expect(fault(program.variables.get("early"))).toBe(
      "compilation failed: ERROR: <input>:1:10: undefined field 'late'",
    );
    expect(program.validations.map(fault)).toEqual([
      "compilation failed: ERROR: <input>:1:19: found no matching overload for '_+_' applied to '(int, string)'",
      undefined,
      "compilation failed: ERROR: <input>:1:10: undefined field 'zz'",
    ]);
  });

  it.each([
    ["none", false, false],
    ["variables", true, false],
    ["all", true, true],
  ] as const)("params are visible to: %s", (params, inVariables, inValidations) => {
    const program = compile({
      params,
      variables: [{ name: "p", expression: "params.a" }],
      validations: [validation("params.a == 1")],
    });
    expect(program.variables.get("p")?.program.ok).toBe(inVariables);
    expect(program.validations[0]?.program.ok).toBe(inValidations);
  });
});
