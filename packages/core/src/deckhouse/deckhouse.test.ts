import { describe, expect, it } from "vitest";
import { makeException, makeModuleConfig, makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { makeNamespace, makePod, makeRequest } from "../../test/requests.js";
import { readPolicies } from "../read-policies.js";
import { review } from "../review.js";
import { deckhouse } from "./deckhouse.js";
import type { DeckhouseOptions } from "./read-deckhouse.js";

const request = makeRequest(makePod(), { namespaceObject: makeNamespace({ team: "a" }) });
const documents = [makeOperationPolicy({ imagePullPolicy: "Always" })];

describe("Deckhouse as a kind of policy", () => {
  it("handles its own documents and no others", () => {
    const { handles } = deckhouse();
    const all = [makeOperationPolicy({}), makeSecurityPolicy({}), makeException({}), makeModuleConfig({})];
    expect(all.map(({ kind }) => handles({ group: "deckhouse.io", kind }))).toEqual([true, true, true, true]);
    expect(handles({ group: "deckhouse.io", kind: "NodeGroup" })).toBe(false);
    expect(handles({ group: "example.com", kind: "OperationPolicy" })).toBe(false);
    expect(readPolicies(documents).problems).toMatchObject([{ code: "unknown-policy" }]);
  });

  it("judges requests", () => {
    const policies = readPolicies(
      [makeOperationPolicy({ imagePullPolicy: "Always", requiredProbes: ["livenessProbe"] })],
      {
        kinds: [deckhouse()],
      },
    );
    expect(review(request, policies)).toMatchObject({
      allowed: false,
      problems: [],
      violations: [
        {
          policy: { kind: "OperationPolicy", name: "own" },
          rule: "requiredProbes",
          constraint: { kind: "D8RequiredProbes", name: "own" },
          action: "deny",
          message: "Container <app> in your <Pod> <web> has no <livenessProbe>",
        },
      ],
    });
  });

  it("the release is the newest released one, unless another is chosen", () => {
    const privileged = makePod({ containers: [{ name: "app", securityContext: { privileged: true } }] });
    const messageOf = (...options: Parameters<typeof deckhouse>) =>
      review(makeRequest(privileged), readPolicies([], { kinds: [deckhouse({ profile: "deckhouse", ...options[0] })] }))
        .violations[0]?.message;
    expect(messageOf()).toBe(messageOf({ release: "1.76" }));
    expect(messageOf()).not.toBe(messageOf({ release: "1.66" }));
  });

  it("who has neither policies nor the profile is asked for nothing", () => {
    const policies = readPolicies([makeException({})], { kinds: [deckhouse()] });
    const decision = review(makeRequest(makePod(), { operation: "DELETE" }), policies);
    expect(decision.considered.filter(({ policy }) => policy.kind === "Deckhouse")).toEqual([]);
  });
});

describe("regular expressions", () => {
  const label = { requiredLabels: { watchKinds: ["/Pod"], labels: [{ key: "app", allowedRegex: "\\p{Greek}" }] } };
  const judge = (options?: DeckhouseOptions) =>
    review(request, readPolicies([makeOperationPolicy(label)], { kinds: [deckhouse(options)] }));

  it("that the rules' own engine does not know are a problem that refuses", () => {
    const { allowed, problems } = judge();
    expect(allowed).toBe(false);
    expect(problems).toMatchObject([{ code: "invalid-parameters" }]);
  });

  it("are those of the host's engine where it has one", () => {
    const asked: string[] = [];
    const regex = (pattern: string) => {
      asked.push(pattern);
      return { test: () => true };
    };
    expect(judge({ regex }).problems).toEqual([]);
    expect(new Set(asked)).toEqual(new Set(["\\p{Greek}"]));
  });
});

describe("options of Deckhouse that cannot be meant", () => {
  it.each<[unknown, string]>([
    [{ release: "1.5" }, "option `release`: expected one of 1.66, 1.76, next, found `1.5`"],
    [{ release: 1.76 }, "option `release`: expected one of 1.66, 1.76, next, found fraction"],
    [{ profile: "Deckhouse" }, "option `profile`: expected one of kubernetes, deckhouse, found `Deckhouse`"],
    [{ installVersion: 1 }, "option `installVersion`: expected a string, found number"],
    [{ regex: "re2" }, "option `regex`: expected a function, found `re2`"],
    [{ relase: "1.66" }, "unknown option `relase`: expected one of installVersion, profile, regex, release"],
  ])("refuse: %j", (options, message) => {
    // Callers in JavaScript have no types to keep to.
    const policies = readPolicies([], { kinds: [deckhouse(options as DeckhouseOptions)] });
    expect(policies.problems).toEqual([{ code: "invalid-option", message, effect: "deny" }]);
    expect(review(request, policies).allowed).toBe(false);
  });

  it("are not those that can", () => {
    const options = { release: "next", profile: "kubernetes", installVersion: "v1.60.0" } as const;
    expect(readPolicies([], { kinds: [deckhouse(options)] }).problems).toEqual([]);
  });
});
