import { describe, expect, it } from "vitest";
import { labelsFor, makeConfiguration, makePod } from "../../test/requests.js";
import { evaluate } from "../evaluate.js";
import { type ReadOptions, readPolicies } from "../read-policies.js";

const wrapped = (...plugins: readonly unknown[]) => ({
  apiVersion: "apiserver.config.k8s.io/v1",
  kind: "AdmissionConfiguration",
  plugins,
});
const plugin = (configuration: unknown) => ({ name: "PodSecurity", configuration });
const enforcing = makeConfiguration({ defaults: { enforce: "baseline", "enforce-version": "v1.25" } });
const offender = makePod({ hostPID: true, hostIPC: true });

const policiesOf = (document: unknown, options: ReadOptions = {}) => {
  const policies = readPolicies([document], options);
  const { considered } = evaluate(makePod(), {}, policies);
  return {
    considered: considered.map(({ policy }) => `${policy.name}:${policy.version}`),
    problems: policies.problems.map(({ message }) => message),
  };
};
const messagesOf = (options: unknown) =>
  // Options come from configuration files too: the types promise nothing.
  readPolicies([], options as ReadOptions).problems.map(({ message }) => message);

describe("the configuration of Pod Security admission", () => {
  it.each([
    ["bare", enforcing],
    ["of v1beta1", { ...enforcing, apiVersion: "pod-security.admission.config.k8s.io/v1beta1" }],
    ["of v1alpha1", { ...enforcing, apiVersion: "pod-security.admission.config.k8s.io/v1alpha1" }],
    ["inside an AdmissionConfiguration", wrapped({ name: "Other" }, plugin(enforcing))],
  ])("is read %s", (_, document) => {
    expect(policiesOf(document)).toEqual({ considered: ["baseline:v1.25"], problems: [] });
  });

  it("asks for nothing when it is missing", () => {
    for (const document of [wrapped(), wrapped({ name: "Other" })]) {
      expect(policiesOf(document)).toEqual({ considered: ["privileged:latest"], problems: [] });
    }
  });

  it.each([
    [
      { ...enforcing, apiVersion: "pod-security.admission.config.k8s.io/v2" },
      "policy document 0: `apiVersion`: unknown version `v2`: expected one of v1, v1beta1, v1alpha1",
    ],
    [
      wrapped({ name: "PodSecurity", path: "/etc/pod-security.yaml" }),
      "policy document 0: `plugins[0].configuration`: expected a PodSecurityConfiguration; paths are not read",
    ],
    [
      wrapped(plugin({ ...enforcing, kind: "Other" })),
      "policy document 0: `plugins[0].configuration.kind`: expected a PodSecurityConfiguration of pod-security.admission.config.k8s.io",
    ],
    [
      wrapped(plugin({ ...enforcing, apiVersion: "pod-security.admission.config.k8s.io/v7" })),
      "policy document 0: `plugins[0].configuration.apiVersion`: unknown version `v7`: expected one of v1, v1beta1, v1alpha1",
    ],
    [
      makeConfiguration({ defaults: { enforce: "none" } }),
      "policy document 0: `defaults.enforce`: must be one of privileged, baseline, restricted, not `none`",
    ],
    [makeConfiguration({ defaults: 5 }), "policy document 0: `defaults`: expected object, found number"],
    [wrapped(5), "policy document 0: `plugins[0]`: expected object, found number"],
  ])("that the server would refuse to start with refuses: %j", (document, message) => {
    const policies = readPolicies([document]);
    expect(policies.problems).toMatchObject([{ message, document: 0, effect: "deny", path: expect.any(Array) }]);
    expect(evaluate(makePod(), {}, policies).allowed).toBe(false);
  });

  it.each([
    [{ apiVersion: "v1", kind: "PodSecurityConfiguration", defaults: { enforce: "baseline" } }, 2],
    [{ kind: "PodSecurityConfiguration", defaults: { enforce: "baseline" } }, 2],
    [{ apiVersion: "pod-security.admission.config.k8s.io", kind: "PodSecurityConfiguration" }, 2],
  ])("inside another must say exactly what it is: %j", (configuration, count) => {
    expect(readPolicies([wrapped(plugin(configuration))]).problems.length).toBeLessThanOrEqual(count);
    expect(readPolicies([wrapped(plugin(configuration))]).problems.length).toBeGreaterThan(0);
  });

  it("is given once", () => {
    expect(readPolicies([enforcing, enforcing]).problems).toEqual([
      {
        code: "duplicate-configuration",
        message: "policy document 1: there is another Pod Security configuration",
        document: 1,
        effect: "deny",
      },
    ]);
    expect(readPolicies([enforcing], { settings: enforcing }).problems).toMatchObject([{ document: 0 }]);
  });

  it("may be given as settings, whose problems name no document", () => {
    expect(readPolicies([], { settings: makeConfiguration({ default: {} }) }).problems).toEqual([
      {
        code: "invalid-configuration",
        message: "settings: `default`: unknown field `default`: expected one of apiVersion, kind, defaults, exemptions",
        path: ["default"],
        effect: "deny",
      },
    ]);
  });
});

describe("the option standards", () => {
  it("holds whatever labels and configuration say", () => {
    const policies = readPolicies([enforcing], { standards: { enforce: "privileged", warn: "baseline:v1.30" } });
    const { allowed, violations } = evaluate(offender, labelsFor({ enforce: "restricted" }), policies);
    expect(allowed).toBe(true);
    expect(violations.map(({ action, policy }) => [action, policy.version])).toEqual([["warn", "v1.30"]]);
  });

  it.each([
    [
      { enforce: "none" },
      "option `standards.enforce`: expected a level, or a level and version as `baseline:v1.30`, found `none`",
    ],
    [
      { audit: null },
      "option `standards.audit`: expected a level, or a level and version as `baseline:v1.30`, found null",
    ],
    [
      { warn: { toString: 1 } },
      "option `standards.warn`: expected a level, or a level and version as `baseline:v1.30`, found object",
    ],
    [{ Enforce: "restricted" }, "option `standards`: expected enforce, audit, warn, found `Enforce`"],
  ])("refuses what it does not know: %j", (standards, message) => {
    expect(messagesOf({ standards })).toEqual([message]);
  });
});

describe("the option emulatedVersion", () => {
  it("is the newest version that the server knows", () => {
    const probing = makePod({ containers: [{ name: "app", livenessProbe: { tcpSocket: { host: "a" } } }] });
    const at = (emulatedVersion: string) =>
      evaluate(probing, labelsFor({ enforce: "baseline" }), readPolicies([], { emulatedVersion })).allowed;
    expect([at("v1.33"), at("v1.34"), at("latest")]).toEqual([true, false, false]);
  });

  it.each([
    ["1.33", "option `emulatedVersion`: expected `latest` or `v1.x`, found `1.33`"],
    [33, "option `emulatedVersion`: expected `latest` or `v1.x`, found number"],
    [[[]], "option `emulatedVersion`: expected `latest` or `v1.x`, found list"],
  ])("refuses %j", (emulatedVersion, message) => {
    expect(messagesOf({ emulatedVersion })).toEqual([message]);
    // Options come from configuration files too: the types promise nothing.
    expect(evaluate(makePod(), {}, [], { emulatedVersion } as unknown as ReadOptions).allowed).toBe(false);
  });
});

it("the option userNamespacesPodSecurityStandards relaxes runAsNonRoot as the feature gate does", () => {
  const pod = makePod({ hostUsers: false });
  const rulesWith = (options: ReadOptions) =>
    evaluate(pod, labelsFor({ enforce: "restricted:v1.30" }), readPolicies([], options)).violations.map(
      ({ rule }) => rule,
    );
  expect(rulesWith({})).toContain("runAsNonRoot");
  expect(rulesWith({ userNamespacesPodSecurityStandards: true })).not.toContain("runAsNonRoot");
});
