import { activeControls, CONTROLS, viewPod } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { makePod } from "../../test/requests.js";
import { forbiddenDetail, forbiddenReason, preparePodSecurityStandards } from "./pod-security-standards.js";
import type { Standard } from "./standard.js";

const CURRENT = { emulatedVersion: Number.POSITIVE_INFINITY, userNamespaceGate: false };
const restricted = (version: string): Standard => ({ level: "restricted", version });
const idsOf = (options: typeof CURRENT, standard: Standard) =>
  preparePodSecurityStandards(options)(standard).map(({ id }) => id);
const idsAt = (minor: number) => activeControls(CONTROLS, "restricted", minor).map(({ control }) => control.id);

describe("the rules of a standard", () => {
  it("are none at privileged", () => {
    expect(idsOf(CURRENT, { level: "privileged", version: "v1.25" })).toEqual([]);
  });

  it.each([
    ["v1.0", 0],
    ["v1.7", 7],
    ["v1.8", 8],
    ["v1.37", 37],
    ["v1.38", 37],
    ["v1.9223372036854775807", 37],
    ["latest", 37],
  ])("at %s are the controls of v1.%d", (version, minor) => {
    expect(idsOf(CURRENT, restricted(version))).toEqual(idsAt(minor));
  });

  it.each([
    ["latest", 24],
    ["v1.30", 24],
    ["v1.7", 7],
  ])("of a server that knows v1.24 at %s are those of v1.%d", (version, minor) => {
    expect(idsOf({ ...CURRENT, emulatedVersion: 24 }, restricted(version))).toEqual(idsAt(minor));
  });

  it("are put together once for each level and version that is known", () => {
    const rulesOf = preparePodSecurityStandards(CURRENT);
    expect(rulesOf(restricted("latest"))).toBe(rulesOf(restricted("v1.99")));
    expect(rulesOf(restricted("v1.24"))).not.toBe(rulesOf(restricted("v1.25")));
    expect(rulesOf({ level: "baseline", version: "v1.24" })).not.toBe(rulesOf(restricted("v1.24")));
  });

  it("find nothing where there is no pod", () => {
    const rules = preparePodSecurityStandards(CURRENT)(restricted("latest"));
    expect(rules.flatMap((rule) => rule.run({ pod: undefined }))).toEqual([]);
  });

  it("word what they find as upstream does, and point at the page that explains the level", () => {
    const rules = preparePodSecurityStandards(CURRENT)({ level: "baseline", version: "latest" });
    const rule = rules.find(({ id }) => id === "hostNamespaces");
    expect(rule?.run({ pod: viewPod(makePod({ hostPID: true })) })).toEqual([
      {
        message: "host namespaces (hostPID=true)",
        reason: "host namespaces",
        detail: "hostPID=true",
        findings: [{ path: ["spec", "hostPID"], found: true, allowed: false }],
      },
    ]);
    expect(rule?.about.help).toBe("https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline");
  });

  it("have no brackets in a message whose detail is empty", () => {
    const rules = preparePodSecurityStandards(CURRENT)({ level: "baseline", version: "latest" });
    const pod = viewPod(makePod({ securityContext: { sysctls: [null] } }));
    expect(forbiddenDetail(rules.flatMap((rule) => rule.run({ pod })))).toBe("forbidden sysctls");
  });

  it.each([
    [false, ["runAsNonRoot", "runAsUser"], 1],
    [true, [], 1],
    [true, ["runAsNonRoot", "runAsUser"], undefined],
  ])(
    "leave pods with a user namespace alone where the feature gate says so: %j %j",
    (userNamespaceGate, found, hostUsers) => {
      const rules = preparePodSecurityStandards({ ...CURRENT, userNamespaceGate })(restricted("v1.29"));
      const pod = viewPod(makePod({ securityContext: { runAsUser: 0 }, ...(hostUsers && { hostUsers: false }) }));
      const users = rules.filter(({ id }) => id.startsWith("runAs"));
      expect(users.filter((rule) => rule.run({ pod }).length > 0).map(({ id }) => id)).toEqual(found);
    },
  );
});

describe("aggregation", () => {
  const results = [
    { message: "host namespaces (hostPID=true)", reason: "host namespaces" },
    { message: "privileged", reason: "privileged" },
  ];
  it("joins messages and reasons by commas", () => {
    expect(forbiddenDetail(results)).toBe("host namespaces (hostPID=true), privileged");
    expect(forbiddenReason(results)).toBe("host namespaces, privileged");
  });

  it("takes a result without a reason for one with an empty reason", () => {
    expect(forbiddenReason([{}, { reason: "privileged" }])).toBe(", privileged");
  });

  it("of nothing is empty", () => {
    expect(forbiddenDetail([])).toBe("");
    expect(forbiddenReason([])).toBe("");
  });
});
