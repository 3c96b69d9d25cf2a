import { describe, expect, it } from "vitest";
import { BY_TEAM, loadDeckhouse, makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";

const POD = { group: "", kind: "Pod" };
const DEPLOYMENT = { group: "apps", kind: "Deployment" };
const inside = (name: string, labels: Readonly<Record<string, string>> = {}) => ({
  name,
  labels: new Map(Object.entries(labels)),
});
const named = (name: string, match: object, policies: object = { imagePullPolicy: "Always" }) =>
  makeOperationPolicy({ ...policies }, { match }, name);
const find = (documents: readonly unknown[], kind: typeof POD, namespace: ReturnType<typeof inside> | undefined) =>
  loadDeckhouse(documents)
    .policies.find(kind, namespace)
    .map((constraints) => constraints.map((constraint) => `${constraint.name} ${constraint.kind.name}`));

const byNames = (...matchNames: readonly string[]) => ({ namespaceSelector: { matchNames } });
const byExpression = (operator: string, ...values: readonly string[]) => ({
  namespaceSelector: { labelSelector: { matchExpressions: [{ key: "team", operator, values }] } },
});

describe("policies are found by what the namespace must have", () => {
  it.each<[string, object, ReturnType<typeof inside> | undefined, boolean]>([
    ["its name", byNames("shop", "web"), inside("shop"), true],
    ["another name", byNames("shop"), inside("web"), false],
    ["a pattern, which can be anything", byNames("sh*"), inside("web"), true],
    ["a label", BY_TEAM, inside("shop", { team: "a" }), true],
    ["another value of the label", BY_TEAM, inside("shop", { team: "b" }), false],
    ["a label of several", byExpression("In", "a", "b"), inside("shop", { team: "b" }), true],
    ["none of them", byExpression("In", "a", "b"), inside("shop", { team: "c" }), false],
    ["not having a label can be anything", byExpression("NotIn", "a"), inside("shop"), true],
    ["nothing in particular", { namespaceSelector: { excludeNames: ["web"] } }, inside("shop"), true],
    ["an object in none is tried by all", BY_TEAM, undefined, true],
  ])("%s", (_, match, namespace, found) => {
    expect(find([named("own", match)], POD, namespace)).toHaveLength(found ? 1 : 0);
  });

  it("each once, in canonical order, however they are found", () => {
    const documents = [
      named("c", byExpression("In", "a")),
      makeSecurityPolicy({ allowPrivileged: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: true }),
      named("a", byNames("*")),
      named("b", byNames("shop", "shop")),
    ];
    const expected = ["a", "b", "c"].map((name) => [`${name} D8ImagePullPolicy`]);
    expect(find(documents, POD, inside("shop", { team: "a" }))).toEqual([
      ...expected,
      ["own D8ReadOnlyRootFilesystem"],
    ]);
  });
});

describe("constraints are found by the kind of object", () => {
  const policy = makeOperationPolicy({
    imagePullPolicy: "Always",
    maxRevisionHistoryLimit: 3,
    requiredLabels: { labels: [{ key: "app" }] },
  });
  const shop = inside("shop", { team: "a" });
  it("those that name it, and those that name none", () => {
    expect(find([policy], POD, shop)).toEqual([["own D8RequiredLabels", "own D8ImagePullPolicy"]]);
    expect(find([policy], DEPLOYMENT, shop)).toEqual([["own D8RequiredLabels", "own D8RevisionHistoryLimit"]]);
    expect(find([policy], { group: "", kind: "Service" }, shop)).toEqual([["own D8RequiredLabels"]]);
  });

  it("a policy that has none for the kind is not found", () => {
    expect(find([makeOperationPolicy({ maxRevisionHistoryLimit: 3 })], POD, shop)).toEqual([]);
  });

  it("it is known which kinds are named by any constraint", () => {
    const { policies } = loadDeckhouse([policy]);
    expect([POD, DEPLOYMENT, { group: "", kind: "Service" }].map(policies.names)).toEqual([true, true, false]);
    expect(policies.names({ group: "apps", kind: "Pod" })).toBe(false);
    expect(loadDeckhouse([]).policies.names(POD)).toBe(false);
  });
});
