import { readManifests } from "@ostiary/manifests";
import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { BY_TEAM, makeOperationPolicy, makeSecurityPolicy, toDocuments } from "../../test/deckhouse.js";
import type { Problem } from "../decision.js";
import { readPolicyDocuments } from "./read-policy.js";

const read = (values: readonly unknown[], release: Release = "1.76") => {
  const problems: Problem[] = [];
  const policies = readPolicyDocuments(toDocuments(values), release, problems);
  return { policies: policies.map(({ kind, name }) => `${kind} ${name}`), problems };
};

it("policies are listed by kind and name, whatever their order", () => {
  const values = ["b", "a"].flatMap((name) => [makeSecurityPolicy({}, {}, name), makeOperationPolicy({}, {}, name)]);
  const expected = ["OperationPolicy a", "OperationPolicy b", "SecurityPolicy a", "SecurityPolicy b"];
  expect(read(values)).toEqual({ policies: expected, problems: [] });
  expect(read(values.toReversed()).policies).toEqual(expected);
  expect(read([{ apiVersion: "deckhouse.io/v1alpha1", kind: "ModuleConfig" }]).policies).toEqual([]);
});

it("two of a name are a problem: nobody knows which was applied last", () => {
  const { problems } = read([makeOperationPolicy({}), makeSecurityPolicy({}), makeOperationPolicy({})]);
  const message = "policy document 2: there is another OperationPolicy `own`";
  const policy = { kind: "OperationPolicy", name: "own" };
  expect(problems).toMatchObject([{ code: "duplicate-policy", message, document: 2, policy, effect: "deny" }]);
});

describe("what is wrong with a policy", () => {
  it.each<[string, object, string, "deny" | "report"]>([
    [
      "a wrong type",
      makeOperationPolicy({ allowedRepos: "a" }),
      "`spec.policies.allowedRepos`: expected array, found `a`",
      "deny",
    ],
    ["no name", { ...makeOperationPolicy({}), metadata: {} }, "`metadata.name`: expected a name", "deny"],
    [
      "a name that is no text",
      { ...makeOperationPolicy({}), metadata: { name: 5 } },
      "`metadata.name`: expected a name",
      "deny",
    ],
    [
      "a pattern that Gatekeeper refuses",
      makeOperationPolicy({}, { match: { namespaceSelector: { matchNames: ["prod-*-eu"] } } }),
      "`spec.match.namespaceSelector.matchNames[0]`: Gatekeeper takes no pattern `prod-*-eu`: `*` may stand at an end only",
      "deny",
    ],
    [
      "an unknown field",
      makeOperationPolicy({ allowedRepositories: [] }),
      "`spec.policies.allowedRepositories`: unknown field, the API server drops it",
      "report",
    ],
    [
      "a field beside `policies`",
      makeOperationPolicy({}, { allowedRepos: [] }),
      "`spec.allowedRepos`: unknown field, the API server drops it; it belongs into `spec.policies.allowedRepos`",
      "report",
    ],
    [
      "`enforcementAction` outside of `spec`",
      { ...makeOperationPolicy({}), enforcementAction: "Warn" },
      "`enforcementAction`: unknown field, the API server drops it; it belongs into `spec.enforcementAction`",
      "report",
    ],
    [
      "a field of another kind of policy",
      makeOperationPolicy({ allowPrivileged: false }),
      "`spec.policies.allowPrivileged`: unknown field, the API server drops it",
      "report",
    ],
    [
      "`matchNames: []`, which reaches all namespaces",
      makeOperationPolicy({}, { match: { namespaceSelector: { matchNames: [] } } }),
      "`spec.match.namespaceSelector.matchNames` is empty and restricts nothing: the policy reaches all namespaces",
      "report",
    ],
    [
      "an empty label selector, which does too",
      makeOperationPolicy(
        {},
        { match: { namespaceSelector: { labelSelector: { matchLabels: {}, matchExpressions: [] } } } },
      ),
      "`spec.match.namespaceSelector.labelSelector` is empty and restricts nothing: the policy reaches all namespaces",
      "report",
    ],
  ])("%s", (_, value, message, effect) => {
    const { problems } = read([value]);
    expect(problems).toMatchObject([{ message: `policy document 0: ${message}`, effect, document: 0 }]);
    expect(problems[0]?.policy?.kind).toBe("OperationPolicy");
  });

  it("one that the API server refuses is no policy; one that has a problem is", () => {
    expect(read([makeOperationPolicy({ allowedRepos: 5 })]).policies).toEqual([]);
    expect(read([makeOperationPolicy({ odd: 5 })]).policies).toEqual(["OperationPolicy own"]);
  });

  it("an object that is not empty is not reported as such", () => {
    const match = { ...BY_TEAM, labelSelector: { matchLabels: {} } };
    expect(read([makeOperationPolicy({}, { match })]).problems).toEqual([]);
  });
});

it("the documentation's second signature sample has `policies` in the wrong place: it is told where they belong", () => {
  const sample = `
apiVersion: deckhouse.io/v1alpha1
kind: OperationPolicy
metadata: {name: test-operation-policy}
spec:
  enforcementAction: Deny
  match:
    namespaceSelector:
      labelSelector: {matchLabels: {operation-policy.deckhouse.io/enabled: "true"}}
policies:
  allowedRepos: [registry.private.com]
`;
  const [document] = readManifests(sample);
  for (const release of RELEASES) {
    const { policies, problems } = read([document?.kind === "object" && document.value], release);
    expect(policies).toEqual([]);
    expect(problems.map(({ message, effect }) => [message, effect])).toEqual([
      [
        "policy document 0: `policies`: unknown field, the API server drops it; it belongs into `spec.policies`",
        "report",
      ],
      ["policy document 0: `spec.policies`: expected object, found nothing", "deny"],
    ]);
  }
});
