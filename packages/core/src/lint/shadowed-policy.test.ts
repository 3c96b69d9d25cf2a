import { describe, expect, it } from "vitest";
import { BY_TEAM, makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { findingsOf } from "../../test/lint.js";

const pull = { imagePullPolicy: "Always" };
const find = (...documents: readonly unknown[]) =>
  findingsOf("shadowed-policy", documents, "1.76").map(({ message }) => message);

describe("a policy is shadowed by one", () => {
  it.each<[string, object, object, boolean]>([
    ["that asks for the same", pull, {}, true],
    ["that asks for more", { ...pull, allowedRepos: ["a/"] }, {}, true],
    ["not by one that asks for something else", { imagePullPolicy: "IfNotPresent" }, {}, false],
    ["not of other objects", pull, { match: { namespaceSelector: { matchNames: ["shop"] } } }, false],
    ["that leaves no object out", pull, { match: { namespaceSelector: { excludeNames: [] } } }, true],
    ["not by one that leaves a namespace out", pull, { match: { namespaceSelector: { excludeNames: ["a"] } } }, false],
    ["not less strictly", pull, { enforcementAction: "Warn" }, false],
  ])("%s", (_, policies, spec, isShadowed) => {
    const other = makeOperationPolicy({ ...policies }, { match: BY_TEAM, ...spec }, "other");
    const expected = ["all that it asks for, OperationPolicy `other` asks for too"];
    expect(find(other, makeOperationPolicy(pull))).toEqual(isShadowed ? expected : []);
  });

  it("also where that is stricter", () => {
    expect(
      find(makeOperationPolicy(pull, {}, "other"), makeOperationPolicy(pull, { enforcementAction: "Dryrun" })),
    ).toHaveLength(1);
  });

  it("one that asks for nothing is shadowed by none, and of two alike only one could go", () => {
    expect(find(makeOperationPolicy(pull, {}, "other"), makeOperationPolicy({}))).toEqual([]);
    expect(find(makeOperationPolicy(pull))).toEqual([]);
    expect(find(makeSecurityPolicy({}), makeOperationPolicy(pull))).toEqual([]);
  });

  it("the order of keys is none of what it asks for", () => {
    const limits = [
      { minReplicas: 1, maxReplicas: 3 },
      { maxReplicas: 3, minReplicas: 1 },
    ];
    const [one, other] = limits.map((replicaLimits, index) => makeOperationPolicy({ replicaLimits }, {}, `p${index}`));
    expect(find(one, other)).toHaveLength(1);
  });
});
