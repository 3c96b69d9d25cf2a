import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { generateConstraints, type Policy } from "./generate-constraints.js";
import type { PolicyMatch, PolicySpec } from "./policy-schema.js";

type Policies = PolicySpec["policies"];

const generate = (
  policies: Policies,
  changed: Partial<PolicySpec> = {},
  release: Release = "1.76",
  kind: Policy["kind"] = "OperationPolicy",
) =>
  generateConstraints(
    { kind, name: "own", spec: { enforcementAction: "Deny", match: {}, policies, ...changed } },
    release,
  );
const kindsOf = (policies: Policies, release: Release, kind?: Policy["kind"]): readonly string[] =>
  generate(policies, {}, release, kind).map((constraint) => constraint.kind.name);

describe("each constraint", () => {
  it("has the policy's name and action, and what it is about", () => {
    const [constraint] = generate({ allowedRepos: ["a/"] }, { enforcementAction: "Warn" });
    expect(constraint).toMatchObject({
      kind: { name: "D8AllowedRepos" },
      name: "own",
      action: "warn",
      kinds: [{ apiGroups: [""], kinds: ["Pod"] }],
      parameters: { repos: ["a/"] },
      policy: { kind: "OperationPolicy", name: "own" },
      rule: "allowedRepos",
    });
  });

  it.each([
    ["Deny", "deny"],
    ["Warn", "warn"],
    ["Dryrun", "dryrun"],
  ] as const)("%s becomes %s", (enforcementAction, action) => {
    for (const release of RELEASES) {
      expect(generate({ imagePullPolicy: "Always" }, { enforcementAction }, release)).toMatchObject([{ action }]);
    }
  });

  it("in 1.66 that of replicaLimits is rendered without the policy's action, so that it denies", () => {
    const policies = { replicaLimits: { minReplicas: 1 }, imagePullPolicy: "Always" };
    const actions = (release: Release) =>
      generate(policies, { enforcementAction: "Dryrun" }, release).map(({ action }) => action);
    expect(RELEASES.map((release) => actions(release).toSorted())).toEqual([
      ["deny", "dryrun"],
      ["dryrun", "dryrun"],
      ["dryrun", "dryrun"],
    ]);
  });

  it("of several fields is named by the first that is given", () => {
    const rules = (policies: Policies) =>
      generate(policies, {}, "1.76", "SecurityPolicy").map(({ kind, rule }) => `${kind.name} ${rule}`);
    expect(rules({ requiredDropCapabilities: ["ALL"] })).toContain("D8AllowedCapabilities requiredDropCapabilities");
    expect(rules({})).toEqual([
      "D8PrivilegedContainer allowPrivileged",
      "D8AllowPrivilegeEscalation allowPrivilegeEscalation",
    ]);
  });
});

describe("absent and empty fields, by release", () => {
  it.each<[Policy["kind"], Policies, readonly (readonly string[])[]]>([
    ["OperationPolicy", {}, [[], [], []]],
    ["OperationPolicy", { allowedRepos: [] }, [[], ["D8AllowedRepos"], ["D8AllowedRepos"]]],
    ["OperationPolicy", { priorityClassNames: [] }, [[], ["D8PriorityClass"], ["D8PriorityClass"]]],
    ["OperationPolicy", { disallowedTolerations: [] }, [[], [], []]],
    ["OperationPolicy", { replicaLimits: {} }, [[], ["D8ReplicaLimits"], ["D8ReplicaLimits"]]],
    ["OperationPolicy", { maxRevisionHistoryLimit: 0 }, Array(3).fill(["D8RevisionHistoryLimit"])],
    ["OperationPolicy", { checkContainerDuplicates: false, checkHostNetworkDNSPolicy: false }, [[], [], []]],
    [
      "SecurityPolicy",
      { allowPrivileged: true, allowPrivilegeEscalation: true },
      [["D8HostProcesses", "D8HostNetwork"], [], []],
    ],
    [
      "SecurityPolicy",
      {
        allowPrivileged: true,
        allowPrivilegeEscalation: true,
        allowHostPID: true,
        allowHostIPC: true,
        allowHostNetwork: true,
        allowedHostPaths: [],
      },
      [[], ["D8AllowedHostPaths"], ["D8AllowedHostPaths"]],
    ],
  ])("%s %j", (kind, policies, expected) => {
    expect(RELEASES.map((release) => kindsOf(policies, release, kind))).toEqual(expected);
  });
});

describe("what a constraint selects", () => {
  const matchOf = (match: PolicyMatch, release: Release, kind?: Policy["kind"]) => {
    const [constraint] = generate(
      { imagePullPolicy: "Always", readOnlyRootFilesystem: true },
      { match },
      release,
      kind,
    );
    return constraint?.selection;
  };
  const labelSelector = { matchLabels: { team: "a" } };

  it("1.66 leaves an absent selector out, later releases write an empty one", () => {
    expect(matchOf({}, "1.66")).toEqual({});
    for (const release of ["1.76", "next"] as const) {
      expect(matchOf({}, release)).toEqual({ namespaceSelector: {}, labelSelector: {} });
      const emptied = {
        namespaceSelector: { labelSelector: {} },
        labelSelector: { matchLabels: {}, matchExpressions: [] },
      };
      expect(matchOf(emptied, release)).toEqual({ namespaceSelector: {}, labelSelector: {} });
    }
  });

  it.each<[string, PolicyMatch, object]>([
    ["names", { namespaceSelector: { matchNames: ["a", "b-*"] } }, { namespaces: ["a", "b-*"] }],
    ["names to exclude", { namespaceSelector: { excludeNames: ["a"] } }, { excludedNamespaces: ["a"] }],
    ["`matchNames: []`, which renders nothing and reaches all", { namespaceSelector: { matchNames: [] } }, {}],
    ["`excludeNames: []`", { namespaceSelector: { excludeNames: [] } }, {}],
    ["labels of the namespace", { namespaceSelector: { labelSelector } }, { namespaceSelector: labelSelector }],
    ["labels of the object", { labelSelector }, { labelSelector }],
    [
      "expressions",
      { labelSelector: { matchExpressions: [{ key: "a", operator: "Exists" }] } },
      { labelSelector: { matchExpressions: [{ key: "a", operator: "Exists" }] } },
    ],
  ])("%s", (_, match, expected) => {
    expect(matchOf(match, "1.66")).toEqual(expected);
    expect(matchOf(match, "1.76")).toMatchObject(expected);
  });

  it("a SecurityPolicy is about objects in namespaces, an OperationPolicy does not say", () => {
    for (const release of RELEASES) {
      expect(matchOf({}, release, "SecurityPolicy")).toHaveProperty("scope", "Namespaced");
      expect(matchOf({}, release, "OperationPolicy")).not.toHaveProperty("scope");
    }
  });
});
