import { readPolicies, review } from "@ostiary/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEPLOYMENT, judge, makeBinding, makePolicy } from "../../test/admission-policies.js";
import { validatingAdmissionPolicies } from "./validating-admission-policies.js";

describe("validatingAdmissionPolicies", () => {
  it("handles policies and bindings, and nothing else", () => {
    const kind = validatingAdmissionPolicies();
    const group = "admissionregistration.k8s.io";
    expect(kind.handles({ group, kind: "ValidatingAdmissionPolicy" })).toBe(true);
    expect(kind.handles({ group, kind: "ValidatingAdmissionPolicyBinding" })).toBe(true);
    expect(kind.handles({ group, kind: "MutatingAdmissionPolicy" })).toBe(false);
    expect(kind.handles({ group: "", kind: "ValidatingAdmissionPolicy" })).toBe(false);
  });

  it.each([
    [["Deny"], "deny", false],
    [["Warn"], "warn", true],
    [["Audit"], "dryrun", true],
    [["Audit", "Deny"], "deny", false],
  ])("%j is the action %s", (validationActions, action, allowed) => {
    const decision = judge([makePolicy(), makeBinding({ validationActions })]);
    expect(decision.allowed).toBe(allowed);
    expect(decision.violations).toMatchObject([
      {
        policy: { kind: "ValidatingAdmissionPolicy", name: "policy" },
        constraint: { kind: "ValidatingAdmissionPolicyBinding", name: "binding" },
        rule: "validations[0]",
        action,
        message: "no",
      },
    ]);
  });

  it("a violation tells which field it is about, as far as that can be inferred", () => {
    const validations = [{ expression: "has(object.spec.replicas) && object.spec.replicas <= 3" }];
    expect(judge([makePolicy({ validations }), makeBinding()]).violations[0]?.findings).toEqual([
      { path: ["spec", "replicas"], found: 5, inferred: true },
    ]);
  });

  it("policies and bindings without each other are reported", () => {
    const decision = judge([makePolicy(), makeBinding({ policyName: "other" })]);
    expect(decision.allowed).toBe(true);
    expect(decision.problems.map(({ message }) => message)).toEqual([
      "no ValidatingAdmissionPolicyBinding puts the ValidatingAdmissionPolicy `policy` to use",
      "the ValidatingAdmissionPolicy `other` of the binding `binding` is missing or invalid",
    ]);
  });

  it("with explain tells of policies that do not concern the request", () => {
    const matchConstraints = { objectSelector: { matchLabels: { app: "db" } } };
    expect(judge([makePolicy({ matchConstraints }), makeBinding()], { explain: true }).considered).toContainEqual(
      expect.objectContaining({ policy: { kind: "ValidatingAdmissionPolicy", name: "policy" }, outcome: "skipped" }),
    );
  });

  it("no policy judges policies, lest somebody be locked out", () => {
    expect(judge([makePolicy(), makeBinding()], { object: makePolicy() }).violations).toEqual([]);
  });

  it("the same request is judged in the same way twice, and nothing is changed", () => {
    const freeze = <Value>(value: Value): Value => {
      if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    const documents = freeze([makePolicy(), makeBinding()]);
    const request = freeze({ operation: "CREATE" as const, object: structuredClone(DEPLOYMENT) });
    const policies = readPolicies(documents, { kinds: [validatingAdmissionPolicies()] });
    expect(review(request, policies)).toEqual(review(request, policies));
  });

  it("nothing throws, whatever documents and objects are", () => {
    const spec = fc.dictionary(
      fc.constantFrom(
        "validations",
        "variables",
        "matchConstraints",
        "paramKind",
        "paramRef",
        "validationActions",
        "policyName",
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(spec, spec, fc.jsonValue(), (policy, binding, object) => {
        const decision = judge(
          [
            { ...makePolicy(), spec: policy },
            { ...makeBinding(), spec: binding },
          ],
          { object },
        );
        expect(decision.problems.filter(({ code }) => code === "internal")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
