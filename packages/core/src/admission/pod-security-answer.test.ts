import { describe, expect, it } from "vitest";
import { makePod } from "../../test/requests.js";
import type { PolicyOutcome } from "../policy-kind.js";
import type { FieldError } from "../standards/namespace-labels.js";
import { formatStandard, MODES, parseStandard } from "../standards/standard.js";
import { readSubject } from "../subject.js";
import { answerPodSecurity } from "./pod-security-answer.js";
import { type Refusal, refuseUndecodable, type Weighing } from "./weighing.js";

type Texts = Readonly<Record<string, string>>;

const subjectOf = (object: unknown = makePod()) =>
  readSubject({ operation: "CREATE", object, namespaceObject: { lookupError: "unused" } }, "request", []);
const answer = (weighing: Weighing, outcomes: readonly PolicyOutcome[] = [], object?: unknown) =>
  answerPodSecurity(subjectOf(object), weighing, outcomes);
const allowed = { server: "pod-security", allowed: true, warnings: [], auditAnnotations: {} };

const standardOf = (text: string) => parseStandard(text) ?? expect.fail(text);
const privileged = standardOf("privileged");
const policyOf = ({ enforce = "privileged", audit = "privileged", warn = "privileged" }: Texts) => ({
  enforce: standardOf(enforce),
  audit: standardOf(audit),
  warn: standardOf(warn),
});

describe("without evaluation", () => {
  const unrestricted = { enforce: { ...privileged, version: "v1.25" }, audit: privileged, warn: privileged };
  it.each<[Weighing, object]>([
    [{ kind: "ignored", note: "because" }, {}],
    [{ kind: "exempt", by: "namespace" }, { auditAnnotations: { exempt: "namespace" } }],
    [{ kind: "exempt", by: "runtimeClass" }, { auditAnnotations: { exempt: "runtimeClass" } }],
    [{ kind: "unrestricted", policy: unrestricted }, { auditAnnotations: { "enforce-policy": "privileged:latest" } }],
    [{ kind: "unjudgeable", error: "failed" }, { auditAnnotations: { error: "failed" } }],
    [{ kind: "namespace", warnings: ["a", "b"] }, { warnings: ["a", "b"] }],
  ])("the request is allowed: %j", (weighing, expected) => {
    expect(answer(weighing)).toEqual({ ...allowed, ...expected });
  });
});

describe("refusals", () => {
  const refuse = (refusal: Refusal, object?: unknown) => answer({ kind: "refused", refusal }, [], object);
  const error: FieldError = { field: "metadata.labels[a]", value: 'x"', detail: "must be y" };
  const cause = {
    reason: "FieldValueInvalid",
    message: 'Invalid value: "x\\"": must be y',
    field: "metadata.labels[a]",
  };

  it("400 has no details", () => {
    expect(answer(refuseUndecodable("pod"))).toEqual({
      ...allowed,
      allowed: false,
      code: 400,
      reason: "BadRequest",
      message: "failed to decode pod",
      auditAnnotations: { error: "failed to decode pod" },
    });
  });

  it.each([
    ["timeout", ": timeout"],
    [undefined, ""],
  ])("500 tells its cause to the audit only: %j", (why, suffix) => {
    const refusal = { code: 500, reason: "InternalError", message: "failed", ...(why && { cause: why }) } as const;
    expect(refuse(refusal)).toEqual({
      ...allowed,
      allowed: false,
      code: 500,
      reason: "InternalError",
      message: "Internal error occurred: failed",
      details: { causes: [{ message: "failed" }] },
      auditAnnotations: { error: `Internal error occurred: failed${suffix}` },
    });
  });

  it.each([
    [[error], 'metadata.labels[a]: Invalid value: "x\\"": must be y'],
    [
      [error, error],
      '[metadata.labels[a]: Invalid value: "x\\"": must be y, metadata.labels[a]: Invalid value: "x\\"": must be y]',
    ],
  ])("422 lists every label: %#", (errors, text) => {
    expect(refuse({ code: 422, reason: "Invalid", message: "", errors })).toEqual({
      ...allowed,
      allowed: false,
      code: 422,
      reason: "Invalid",
      message: `Namespace "web" is invalid: ${text}`,
      details: { name: "web", kind: "Namespace", causes: errors.map(() => cause) },
    });
  });

  it("422 of a namespace without a name has none in its details", () => {
    const { message, details } = refuse(
      { code: 422, reason: "Invalid", message: "", errors: [error] },
      makePod({}, { name: "" }),
    );
    expect(message).toMatch(/^Namespace "" is invalid: /);
    expect(details).toEqual({ kind: "Namespace", causes: [cause] });
  });
});

describe("evaluations", () => {
  const evaluate = (
    standards: Texts,
    violated: readonly string[],
    changed: Partial<Extract<Weighing, { kind: "evaluated" }>> = {},
    object?: unknown,
  ) => {
    const policy = policyOf(standards);
    const outcomes = MODES.map((mode): PolicyOutcome => {
      const { level: name, version } = policy[mode];
      const bound = { policy: { kind: "PodSecurityStandard", name, version }, actions: ["deny"], rules: [] } as const;
      const violation = {
        policy: bound.policy,
        rule: "a",
        action: "deny",
        message: `no ${name}`,
        findings: [],
      } as const;
      const isViolated = violated.includes(formatStandard(policy[mode]));
      return { bound, violations: isViolated ? [violation, { ...violation, message: "nor this" }] : [] };
    });
    const undecodable = refuseUndecodable("object");
    return answer(
      { kind: "evaluated", policy, modes: MODES, labelErrors: [], undecodable, ...changed },
      outcomes,
      object,
    );
  };
  const all = { enforce: "baseline", audit: "restricted:v1.25", warn: "restricted:v1.26" };
  const audited = 'would violate PodSecurity "restricted:v1.25": no restricted, nor this';

  it("that find nothing tell the audit what was enforced", () => {
    expect(evaluate(all, [])).toEqual({ ...allowed, auditAnnotations: { "enforce-policy": "baseline:latest" } });
  });

  it("that are denied give no warning, but are audited", () => {
    expect(evaluate(all, ["baseline:latest", "restricted:v1.25", "restricted:v1.26"])).toEqual({
      server: "pod-security",
      allowed: false,
      code: 403,
      reason: "Forbidden",
      message: 'pods "web" is forbidden: violates PodSecurity "baseline:latest": no baseline, nor this',
      details: { name: "web", kind: "pods" },
      warnings: [],
      auditAnnotations: { "enforce-policy": "baseline:latest", "audit-violations": audited },
    });
  });

  it.each([
    [makePod({}, { name: "" }), "pods is forbidden: ", { kind: "pods" }],
    [makePod({}, { name: 'a"\u00a0' }), 'pods "a\\"\\u00a0" is forbidden: ', { name: 'a"\u00a0', kind: "pods" }],
  ])("that are denied name the pod as Go does: %#", (object, start, details) => {
    const denied = evaluate(all, ["baseline:latest"], {}, object);
    expect(denied.message?.startsWith(start)).toBe(true);
    expect(denied.details).toEqual(details);
  });

  it("that are not denied warn and audit", () => {
    expect(evaluate(all, ["restricted:v1.25", "restricted:v1.26"])).toEqual({
      ...allowed,
      warnings: ['would violate PodSecurity "restricted:v1.26": no restricted, nor this'],
      auditAnnotations: { "enforce-policy": "baseline:latest", "audit-violations": audited },
    });
  });

  it("of controllers are never denied", () => {
    const controller = evaluate(all, ["baseline:latest", "restricted:v1.25"], { modes: ["audit", "warn"] });
    expect(controller).toEqual({ ...allowed, auditAnnotations: { "audit-violations": audited } });
  });

  it("tell the audit of label errors", () => {
    const labelErrors = [{ field: "a", value: "b", detail: "c" }];
    expect(evaluate(all, [], { labelErrors }).auditAnnotations).toEqual({
      error: 'Failed to parse policy: a: Invalid value: "b": c',
      "enforce-policy": "baseline:latest",
    });
  });

  it.each<[Weighing, object]>([
    [refuseUndecodable("object"), { allowed: false, code: 400 }],
    [
      { kind: "unjudgeable", error: "failed" },
      { allowed: true, auditAnnotations: { error: "failed" } },
    ],
  ])("of what turns out to be undecodable end as agreed: %j", (undecodable, expected) => {
    expect(evaluate(all, [], { undecodable }, makePod({}, { name: 5 }))).toMatchObject(expected);
  });
});
