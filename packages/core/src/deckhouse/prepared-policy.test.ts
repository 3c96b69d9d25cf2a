import type { RegexEngine, Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import type { Problem } from "../decision.js";
import type { Policy } from "./generate-constraints.js";
import { preparePolicies } from "./prepared-policy.js";

const makePolicy = (name: string, policies: Policy["spec"]["policies"]): Policy => ({
  kind: "OperationPolicy",
  name,
  spec: { enforcementAction: "Deny", match: { namespaceSelector: { matchNames: ["shop"] } }, policies },
});
const requireLabel = (allowedRegex: string) => ({ requiredLabels: { labels: [{ key: "app", allowedRegex }] } });

const prepare = (policies: readonly Policy[], regex?: RegexEngine, release: Release = "1.76") => {
  const problems: Problem[] = [];
  return { policies: preparePolicies(policies, { release, ...(regex && { regex }) }, problems), problems };
};

/** An engine that counts for how often each pattern is asked. */
const countingEngine = () => {
  const asked: string[] = [];
  const regex: RegexEngine = (pattern) => {
    asked.push(pattern);
    return pattern.startsWith("?") ? { unsupported: "question marks" } : { test: () => true };
  };
  return { asked, regex };
};

describe("a policy that has been read", () => {
  it("is known by what it takes to find it", () => {
    const [policy] = prepare([makePolicy("own", { imagePullPolicy: "Always", allowedRepos: ["a/"] })]).policies;
    expect(policy).toMatchObject({
      ref: { kind: "OperationPolicy", name: "own" },
      selection: { namespaces: ["shop"] },
      kinds: [[{ apiGroups: [""], kinds: ["Pod"] }], [{ apiGroups: [""], kinds: ["Pod"] }]],
    });
    expect(prepare([makePolicy("empty", {})]).policies).toMatchObject([{ selection: {}, kinds: [] }]);
  });

  it("has the same constraints each time, made when they are first asked for", () => {
    const { asked, regex } = countingEngine();
    const [policy] = prepare([makePolicy("own", requireLabel("^a$"))], regex).policies;
    expect(asked).toEqual(["^a$"]);
    const constraints = policy?.constraints();
    expect(constraints).toMatchObject([{ kind: { name: "D8RequiredLabels" }, name: "own", rule: "requiredLabels" }]);
    expect(policy?.constraints()).toBe(constraints);
    expect(asked).toEqual(["^a$", "^a$"]);
  });
});

describe("faults of policies", () => {
  it("are found when they are read, and are not found again", () => {
    const { policies, problems } = prepare([makePolicy("own", requireLabel("?"))], countingEngine().regex);
    expect(problems).toMatchObject([{ code: "invalid-parameters", policy: { name: "own" }, effect: "deny" }]);
    expect(policies[0]?.constraints()).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it("are those of each policy that has them", () => {
    const faulty = ["a", "b", "c"].map((name) => makePolicy(name, requireLabel("?")));
    const { problems } = prepare(faulty, countingEngine().regex);
    expect(problems.map(({ policy }) => policy?.name)).toEqual(["a", "b", "c"]);
  });

  it("are looked for once in what several policies ask for alike", () => {
    const { asked, regex } = countingEngine();
    prepare([makePolicy("a", requireLabel("x")), makePolicy("b", requireLabel("x"))], regex);
    expect(asked).toEqual(["x"]);
  });
});
