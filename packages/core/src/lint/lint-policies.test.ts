import { describe, expect, it } from "vitest";
import { makeException, makeModuleConfig, makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { makePod } from "../../test/requests.js";
import { LINT_RULES, lintPolicies } from "./lint-policies.js";

const open = makeOperationPolicy({ allowedRepos: ["registry.example.com"] }, {}, "open");
const exception = makeException({ volumes: { hostPath: { allowedValues: [{ path: "/" }] } } });

describe("lint", () => {
  it("tells of each finding its kind, its policy and its document", () => {
    const { problems, findings } = lintPolicies([makePod(), open, exception]);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject([
      { code: "open-repository-prefix", policy: { kind: "OperationPolicy", name: "open" }, document: 1 },
      { code: "exception-opens-root", policy: { kind: "SecurityPolicyException", name: "spe" }, document: 2 },
    ]);
  });

  it("passes over what is no policy", () => {
    const documents = [
      makePod(),
      null,
      "text",
      makeModuleConfig({}),
      { apiVersion: "deckhouse.io/v1", kind: "NodeGroup" },
    ];
    expect(lintPolicies(documents)).toEqual({ problems: [], findings: [] });
  });

  it("tells what is wrong with documents, and looks at the others", () => {
    const { problems, findings } = lintPolicies([
      makeOperationPolicy({ allowedRepos: 5 }),
      makeException({ odd: 1 }),
      open,
    ]);
    expect(problems).toMatchObject([
      { document: 0, code: "invalid-policy" },
      { document: 1, code: "unknown-field" },
    ]);
    expect(findings).toMatchObject([{ document: 2 }]);
  });

  it("tells what is wrong with policies beside each other", () => {
    const verifying = (reference: string, name: string) =>
      makeSecurityPolicy({ verifyImageSignatures: [{ reference, publicKeys: ["key"] }] }, {}, name);
    const documents = [verifying("r/*", "one"), makePod(), verifying("r/a*", "two"), verifying("q/*", "two")];
    expect(lintPolicies(documents).problems).toMatchObject([
      { document: 2, code: "invalid-policy", policy: { name: "two" } },
      { document: 3, code: "duplicate-policy", policy: { name: "two" } },
    ]);
  });

  it("tells where the other policy is that a finding is about too", () => {
    const [finding] = lintPolicies([makePod(), open, { ...open, metadata: { name: "copy" } }]).findings.filter(
      ({ code }) => code === "shadowed-policy",
    );
    expect(finding).toMatchObject({ document: 2, otherDocument: 1 });
    expect(finding).not.toHaveProperty("other");
  });

  it("refuses a release that there is not", () => {
    // Callers in JavaScript have no types to keep to.
    expect(lintPolicies([open], "1.67" as "1.66")).toEqual({
      problems: [
        {
          code: "invalid-option",
          message: "option `release`: expected one of 1.66, 1.76, next, found `1.67`",
          effect: "deny",
        },
      ],
      findings: [],
    });
  });

  it("a policy that is refused is looked at no further", () => {
    expect(lintPolicies([makeException({ volumes: 5 })]).findings).toEqual([]);
  });

  it("is for the newest released state, unless another is chosen; 1.66 has no exceptions", () => {
    const policy = makeSecurityPolicy({
      allowPrivileged: true,
      allowPrivilegeEscalation: true,
      allowHostNetwork: false,
    });
    const codes = (...release: readonly ["1.66" | "next"] | readonly []) =>
      lintPolicies([policy, exception], ...release).findings.map(({ code }) => code);
    expect(codes()).toEqual(["refuses-everything", "exception-opens-root"]);
    expect(codes("next")).toEqual(["toothless-field", "exception-opens-root"]);
    expect(codes("1.66")).toEqual(["absent-field-forbids", "absent-field-forbids"]);
  });

  it("every rule has a name of its own", () => {
    const codes = LINT_RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[a-z-]+$/.test(code))).toBe(true);
  });
});
