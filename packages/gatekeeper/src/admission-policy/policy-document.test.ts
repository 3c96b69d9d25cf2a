import { describe, expect, it } from "vitest";
import { judge, makeBinding, makePolicy } from "../../test/admission-policies.js";

const faults = (spec: object, metadata?: object) => {
  const policy = { ...makePolicy(spec), ...(metadata && { metadata }) };
  return judge([policy, makeBinding()])
    .problems.filter(({ code }) => code === "invalid-policy")
    .map(({ message }) => message.replace(/^.* is invalid: /, ""));
};

describe("a policy that an API server would refuse", () => {
  it.each<[object, string]>([
    [{ failurePolicy: "Maybe" }, 'spec.failurePolicy: Unsupported value: "Maybe": supported values: "Fail", "Ignore"'],
    [
      { validations: [] },
      "spec.validations: Required value: validations or auditAnnotations must contain at least one item",
    ],
    [
      { validations: [{ expression: " " }] },
      "spec.validations[0].expression: Required value: expression is not specified",
    ],
    [
      { validations: [{ expression: "zz == 1" }] },
      "spec.validations[0].expression: Invalid value: \"zz == 1\": compilation failed: ERROR: <input>:1:1: undeclared reference to 'zz' (in container '')",
    ],
    [
      { validations: [{ expression: "true", messageExpression: "1" }] },
      'spec.validations[0].messageExpression: Invalid value: "1": must evaluate to string but got int',
    ],
    [
      { validations: [{ expression: "true", reason: "Because" }] },
      'spec.validations[0].reason: Unsupported value: "Because": supported values: "Unauthorized", "Forbidden", "Invalid", "RequestEntityTooLarge"',
    ],
    [
      { variables: [{ name: "a-b", expression: "1" }] },
      'spec.variables[0].name: Invalid value: "a-b": name is not a valid CEL identifier',
    ],
    [
      {
        variables: [
          { name: "a", expression: "1" },
          { name: "a", expression: "2" },
        ],
      },
      'spec.variables[1].name: Duplicate value: "a"',
    ],
    [
      { matchConditions: [{ name: "m", expression: "1" }] },
      'spec.matchConditions[0].expression: Invalid value: "1": must evaluate to bool but got int',
    ],
    [
      { auditAnnotations: [{ key: "k", valueExpression: "1" }] },
      'spec.auditAnnotations[0].valueExpression: Invalid value: "1": must evaluate to one of [string null_type] but got int',
    ],
    [{ validations: [{ expression: 1 }] }, "spec.validations[0].expression: expected string, found number"],
  ])("is a problem: %#", (spec, fault) => {
    expect(faults(spec)).toContain(fault);
  });

  it("must have a name", () => {
    expect(faults({}, {})).toContain("metadata.name: Required value: name or generateName is required");
  });

  it("refuses every object, unless it ignores failures", () => {
    const broken = { validations: [{ expression: "zz" }] };
    expect(judge([makePolicy(broken), makeBinding()]).allowed).toBe(false);
    expect(judge([makePolicy({ ...broken, failurePolicy: "Ignore" }), makeBinding()]).allowed).toBe(true);
  });
});
