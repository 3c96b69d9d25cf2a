import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import type { Policy } from "./generate-constraints.js";
import { policyFaults } from "./policy-faults.js";
import type { PolicyMatch } from "./policy-schema.js";

const faultsOf = (release: Release, name: string, match: PolicyMatch = {}): readonly string[] => {
  const policy: Policy = { kind: "OperationPolicy", name, spec: { enforcementAction: "Deny", match, policies: {} } };
  return policyFaults(policy, release).map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("the name of a policy becomes the name of its constraints", () => {
  it.each(["a", "my-policy", "a.b", "1-2", "2024-01-01", "1.2.3", "onyx", "a".repeat(63)])("%s is good", (name) => {
    for (const release of RELEASES) expect(faultsOf(release, name)).toEqual([]);
  });

  it.each([
    "123",
    "1.5",
    "1e3",
    "12e03",
    "0x1f",
    "0o7",
    "0b1",
    "012",
    "true",
    "on",
    "off",
    "yes",
    "no",
    "y",
    "n",
    "null",
  ])("1.66 writes %s without quotes, and YAML 1.1 reads no text there; later releases quote it", (name) => {
    expect(RELEASES.map((release) => faultsOf(release, name).length)).toEqual([1, 0, 0]);
    expect(faultsOf("1.66", name)[0]).toMatch(/^metadata\.name: release 1\.66 writes .* without quotes/);
  });

  it.each([
    ["", "expected a name"],
    ["a".repeat(64), "Gatekeeper takes no constraint whose name is over 63 characters"],
    ["My_Policy", "the API server takes only lower case letters, digits, `-` and `.` for a name"],
    ["-a", "the API server takes only lower case letters, digits, `-` and `.` for a name"],
  ])("%j is refused in every release", (name, message) => {
    for (const release of RELEASES) expect(faultsOf(release, name)).toEqual([`metadata.name: ${message}`]);
  });
});

describe("a pattern of namespaces that the policy's schema accepts and the constraint's does not", () => {
  const bySide = (pattern: string): PolicyMatch => ({
    namespaceSelector: { matchNames: [pattern], excludeNames: [pattern] },
  });
  it.each<[string, readonly boolean[]]>([
    ["prod", [true, true, true]],
    ["prod-*", [true, true, true]],
    ["*-system", [true, true, true]],
    ["*x*", [true, true, true]],
    ["*", [false, true, true]],
    ["**", [false, true, true]],
    ["-prod", [false, true, true]],
    ["*:*", [false, true, true]],
    ["", [false, true, true]],
    ["prod-*-eu", [false, false, false]],
    ["Prod*", [false, false, false]],
    ["prod_eu", [false, false, false]],
  ])("%j is accepted by 1.66, 1.76, next: %j", (pattern, accepted) => {
    for (const [index, release] of RELEASES.entries()) {
      const text = `: Gatekeeper takes no pattern \`${pattern}\`: \`*\` may stand at an end only`;
      const places = ["matchNames", "excludeNames"].map((part) => `spec.match.namespaceSelector.${part}.0${text}`);
      expect(faultsOf(release, "own", bySide(pattern))).toEqual(accepted[index] ? [] : places);
    }
  });
});

it("a selector that Kubernetes refuses is reported at its place in the policy", () => {
  const labelSelector = { matchExpressions: [{ key: "app", operator: "In" }] };
  const message = "Required value: must be specified when `operator` is 'In' or 'NotIn'";
  expect(faultsOf("1.76", "own", { labelSelector, namespaceSelector: { labelSelector } })).toEqual([
    `spec.match.namespaceSelector.labelSelector.matchExpressions.0.values: ${message}`,
    `spec.match.labelSelector.matchExpressions.0.values: ${message}`,
  ]);
});
