import { describe, expect, it } from "vitest";
import { judge, makeBinding, makePolicy } from "../../test/admission-policies.js";

const faults = (spec: object) =>
  judge([makePolicy(), makeBinding(spec)])
    .problems.filter(({ code }) => code === "invalid-policy")
    .map(({ message }) => message.replace(/^.* is invalid: /, ""));

describe("a binding that an API server would refuse is a problem", () => {
  it.each<[object, string]>([
    [{ policyName: "" }, "spec.policyName: Required value"],
    [{ validationActions: [] }, "spec.validationActions: Required value: at least one validation action is required"],
    [
      { validationActions: ["deny"] },
      'spec.validationActions: Unsupported value: "deny": supported values: "Deny", "Warn", "Audit"',
    ],
    [
      { validationActions: ["Deny", "Warn"] },
      'spec.validationActions: Invalid value: ["Deny","Warn"]: must not contain both Deny and Warn',
    ],
    [{ paramRef: {} }, "spec.paramRef: Required value: one of name or selector must be specified"],
    [{ paramRef: { name: "a", selector: {} } }, "spec.paramRef: Forbidden: name and selector are mutually exclusive"],
    [{ paramRef: { name: "a" } }, "spec.paramRef.parameterNotFoundAction: Required value: must be `Allow` or `Deny`"],
    [{ validationActions: "Deny" }, "spec.validationActions: expected list of strings, found string"],
  ])("%j", (spec, fault) => {
    expect(faults(spec)).toContain(fault);
  });

  it("and refuses every object", () => {
    expect(judge([makePolicy(), makeBinding({ validationActions: [] })]).allowed).toBe(false);
  });
});
