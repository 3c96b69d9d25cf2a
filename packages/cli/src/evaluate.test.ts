import { describe, expect, it } from "vitest";
import { documentedPolicy, extendedPolicy, signaturePolicies } from "../test/documented-policies.js";
import { type EvaluateOptions, evaluate } from "./evaluate.js";
import { readPolicies } from "./read-policies.js";

const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web" },
  spec: { hostPID: true, containers: [{ name: "app", image: "nginx:latest" }] },
};

const violated = (labels: Readonly<Record<string, string>>, policies: readonly unknown[], options?: EvaluateOptions) =>
  evaluate(POD, labels, policies, options).violations.map(({ policy, constraint }) => [policy.name, constraint?.kind]);

const COMMON = { "operation-policy.deckhouse.io/enabled": "true" };

describe("evaluate", () => {
  it("takes the documentation's OperationPolicy as it is, where the namespace has its label", () => {
    expect(violated({}, [documentedPolicy("common")])).toEqual([]);
    expect(violated(COMMON, [documentedPolicy("common")])).toEqual([
      ["common", "D8AllowedRepos"],
      ["common", "D8RequiredResources"],
      ["common", "D8RequiredResources"],
      ["common", "D8DisallowedTags"],
      ["common", "D8RequiredProbes"],
      ["common", "D8RequiredProbes"],
    ]);
  });

  it.each<[name: "baseline" | "mypolicy" | "restricted", label: string, value: string]>([
    ["mypolicy", "enforce", "mypolicy"],
    ["baseline", "operation-policy.deckhouse.io/baseline-enabled", "true"],
    ["restricted", "operation-policy.deckhouse.io/restricted-enabled", "true"],
  ])("takes the documentation's SecurityPolicy %s as it is, for partial enforcement", (name, label, value) => {
    const labels = { "security.deckhouse.io/pod-policy": "privileged", [label]: value };
    const options = { profile: "deckhouse" } as const;
    expect(violated(labels, [documentedPolicy(name)], options)).toContainEqual([name, "D8HostProcesses"]);
    const elsewhere = { "security.deckhouse.io/pod-policy": "privileged" };
    expect(violated(elsewhere, [documentedPolicy(name)], options)).toEqual([]);
  });

  it("says what it cannot know of the documentation's policies for signatures, and where their misplaced part belongs", () => {
    const { allowed, problems } = evaluate(POD, {}, signaturePolicies(), { namespace: "test-namespace" });
    expect(allowed).toBe(false);
    expect(problems.map(({ code, effect }) => [code, effect])).toEqual([
      ["unknown-field", "report"],
      ["invalid-policy", "deny"],
      ["needs-facts", "report"],
    ]);
    expect(problems[0]?.message).toContain("it belongs into `spec.policies`");
  });

  it("judges by Deckhouse's own standards only where the profile says so", () => {
    const labels = { "security.deckhouse.io/pod-policy": "baseline" };
    expect(violated(labels, [])).toEqual([]);
    expect(violated(labels, [], { profile: "deckhouse" })).toContainEqual(["baseline", "D8HostProcesses"]);
  });

  it("judges as the release does, by default the newest released one", () => {
    const policy = { ...Object(documentedPolicy("common")) };
    policy.spec = { ...policy.spec, policies: { disallowedTolerations: [{ key: "a" }] } };
    const problemsIn = (options?: EvaluateOptions) => evaluate(POD, COMMON, [policy], options).problems.length;
    expect([problemsIn(), problemsIn({ release: "1.76" }), problemsIn({ release: "1.66" })]).toEqual([0, 0, 1]);
  });

  it("takes policies that have been read", () => {
    const policies = readPolicies([documentedPolicy("common")]);
    expect(evaluate(POD, COMMON, policies)).toEqual(evaluate(POD, COMMON, [documentedPolicy("common")]));
  });
});

describe("the documentation's template beside other policies", () => {
  const labels = { ...COMMON, enforce: "mypolicy", "security.deckhouse.io/pod-policy": "restricted" };
  const policies = readPolicies([...extendedPolicy(), documentedPolicy("common"), documentedPolicy("mypolicy")]);
  const message =
    'container <app> has an invalid image repo <nginx:latest>, allowed repos are ["mycompany.registry.com"]';

  it("speaks in the same decision, and says where", () => {
    expect(policies.problems).toEqual([]);
    const { allowed, violations } = evaluate(POD, labels, policies);
    expect(allowed).toBe(false);
    expect(violations.map(({ policy }) => policy.kind)).toEqual(
      expect.arrayContaining(["OperationPolicy", "SecurityPolicy", "K8sAllowedRepos"]),
    );
    expect(violations.filter(({ policy }) => policy.name === "prod-repo")).toEqual([
      {
        policy: { kind: "K8sAllowedRepos", name: "prod-repo" },
        rule: "K8sAllowedRepos",
        action: "deny",
        message,
        findings: [
          {
            path: ["spec", "containers", 0, "image"],
            container: { list: "containers", index: 0, name: "app" },
            found: "nginx:latest",
            inferred: true,
          },
        ],
        constraint: { kind: "K8sAllowedRepos", name: "prod-repo" },
      },
    ]);
  });

  it("holds only where its constraint selects the namespace, and for images from elsewhere", () => {
    const images = (image: string) => ({ ...POD, spec: { containers: [{ name: "app", image }] } });
    const speaks = (...parameters: Parameters<typeof evaluate>) =>
      evaluate(...parameters).violations.some(({ policy }) => policy.name === "prod-repo");
    expect(speaks(images("nginx"), labels, policies)).toBe(true);
    expect(speaks(images("nginx"), COMMON, policies)).toBe(false);
    expect(speaks(images("mycompany.registry.com/nginx"), labels, policies)).toBe(false);
  });
});
