import { describe, expect, it } from "vitest";
import { DEPLOYMENT, judge, makeBinding, makePolicy } from "../../test/admission-policies.js";

const answer = (policy: object, binding: object = {}) =>
  judge([makePolicy(policy), makeBinding(binding)]).answers?.find(
    ({ server }) => server === "validating-admission-policy",
  );

describe("the answer of an API server", () => {
  it("names policy, binding and the first violation", () => {
    const validations = [
      { expression: "false", message: "first" },
      { expression: "false", message: "second" },
    ];
    expect(answer({ validations })).toEqual({
      server: "validating-admission-policy",
      allowed: false,
      code: 422,
      reason: "Invalid",
      message:
        "deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'policy' with binding 'binding' denied request: first",
      warnings: [],
      auditAnnotations: {},
    });
  });

  it.each([
    ["Unauthorized", 401],
    ["Forbidden", 403],
    ["Invalid", 422],
    ["RequestEntityTooLarge", 413],
  ])("the reason %s has the code %i", (reason, code) => {
    expect(answer({ validations: [{ expression: "false", reason }] })).toMatchObject({ reason, code });
  });

  it("Warn warns, Audit is written down", () => {
    expect(answer({}, { validationActions: ["Warn", "Audit"] })).toEqual({
      server: "validating-admission-policy",
      allowed: true,
      warnings: ["Validation failed for ValidatingAdmissionPolicy 'policy' with binding 'binding': no"],
      auditAnnotations: {
        "validation.policy.admission.k8s.io/validation_failure":
          '[{"message":"no","policy":"policy","binding":"binding","expressionIndex":0,"validationActions":["Warn","Audit"]}]',
      },
    });
  });

  it("Audit tells of the first violation only, with the escapes of Go", () => {
    const validations = [{ expression: "1 < 0 && true" }, { expression: "false", message: "second" }];
    expect(answer({ validations }, { validationActions: ["Audit"] })?.auditAnnotations).toEqual({
      "validation.policy.admission.k8s.io/validation_failure":
        '[{"message":"failed expression: 1 \\u003c 0 \\u0026\\u0026 true","policy":"policy","binding":"binding","expressionIndex":0,"validationActions":["Audit"]}]',
    });
  });

  it("an error is Invalid, whatever the reason of its validation", () => {
    expect(answer({ validations: [{ expression: "object.zz == 1", reason: "Forbidden" }] })).toMatchObject({
      reason: "Invalid",
      code: 422,
    });
  });

  it("an error of an annotation denies, whatever the binding says, unless failures are ignored", () => {
    const policy = { validations: [], auditAnnotations: [{ key: "a", valueExpression: "string(object.zz)" }] };
    const warning = { validationActions: ["Warn", "Audit"] };
    expect(answer(policy, warning)).toMatchObject({
      allowed: false,
      message: expect.stringContaining(
        "denied request: expression 'string(object.zz)' resulted in error: no such key: zz",
      ),
      warnings: [],
      auditAnnotations: {},
    });
    expect(answer({ ...policy, failurePolicy: "Ignore" }, warning)).toMatchObject({ allowed: true });
  });

  it("annotations are cut at 10 KiB", () => {
    const auditAnnotations = [{ key: "a", valueExpression: `"${"é".repeat(5_121)}"` }];
    expect(answer({ auditAnnotations })?.auditAnnotations).toEqual({ "policy/a": "é".repeat(5_120) });
  });

  it("annotations of several bindings are put in a row, each once", () => {
    const auditAnnotations = [{ key: "replicas", valueExpression: "string(object.spec.replicas)" }];
    const documents = [
      makePolicy({ auditAnnotations, validations: [] }),
      makeBinding({}, "one"),
      makeBinding({}, "two"),
    ];
    const decision = judge(documents, { object: DEPLOYMENT });
    expect(decision.answers?.at(-1)?.auditAnnotations).toEqual({ "policy/replicas": "5" });
  });

  it("a binding that cannot be used denies as well", () => {
    const paramRef = { name: "zz", parameterNotFoundAction: "Deny" };
    expect(answer({ paramKind: { apiVersion: "v1", kind: "ConfigMap" } }, { paramRef })).toMatchObject({
      allowed: false,
      message: expect.stringContaining("failed to configure binding: no params found"),
    });
  });

  it("is to allow what no policy concerns", () => {
    const matchConstraints = { objectSelector: { matchLabels: { app: "db" } } };
    expect(answer({ matchConstraints })).toMatchObject({ allowed: true, warnings: [], auditAnnotations: {} });
  });
});
