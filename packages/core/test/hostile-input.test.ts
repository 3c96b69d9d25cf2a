import { hostilePodArbitrary, podArbitrary } from "@ostiary/fixtures/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, evaluate, type PolicySet, type Review, readPolicies, review } from "../src/index.js";
import { labelsFor, makeConfiguration, makeNamespace, makePod, makeRequest } from "./requests.js";

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(undefined, 2n ** 70n, "__proto__", { __proto__: null }, JSON.parse('{"__proto__":{"a":1}}')),
  hostilePodArbitrary(),
);
const policies = readPolicies([]);
const restricted = labelsFor({ enforce: "restricted" });
const offender = makePod({ hostPID: true });

const expectDecision = ({ allowed, violations, problems, considered }: Decision): void => {
  const denies = violations.some(({ action }) => action === "deny") || problems.some(({ effect }) => effect === "deny");
  expect(allowed).toBe(!denies);
  expect(Array.isArray(considered)).toBe(true);
};

describe("whatever comes", () => {
  it("as labels, policies and options: a decision", () => {
    fc.assert(
      fc.property(podArbitrary(), anything, anything, anything, (pod, labels, documents, options) => {
        // Callers in JavaScript hand in what they like.
        const [hostileLabels, hostileOptions] = [labels as Record<string, string>, options as object];
        expectDecision(evaluate(pod, hostileLabels, documents as PolicySet, hostileOptions ?? {}));
      }),
    );
  });

  it("as labels does not open what is closed by configuration, unless they are valid labels", () => {
    const closed = readPolicies([makeConfiguration({ defaults: { enforce: "baseline" } })]);
    fc.assert(
      fc.property(anything, (labels) => {
        // As above.
        expect(evaluate(offender, labels as Record<string, string>, closed).allowed).toBe(false);
      }),
    );
  });

  it("as a policy document: a problem that refuses", () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 3 }), (documents) => {
        const { problems } = readPolicies(documents);
        expect(new Set(problems.map(({ document }) => document)).size).toBe(documents.length);
        expect(evaluate(makePod(), {}, documents).allowed).toBe(false);
      }),
    );
  });

  it("as a configuration's fields: a PolicySet, with a problem wherever it is not a configuration", () => {
    fc.assert(
      fc.property(anything, anything, anything, (defaults, exemptions, other) => {
        const set = readPolicies([makeConfiguration({ defaults, exemptions, other })]);
        expect(set.problems.some(({ path }) => path?.[0] === "other")).toBe(true);
        expect(evaluate(makePod(), {}, set).allowed).toBe(false);
      }),
    );
  });
});

describe("whatever comes as a request", () => {
  const FIELDS = [
    "operation",
    "kind",
    "resource",
    "subresource",
    "name",
    "namespace",
    "userInfo",
    "namespaceObject",
    "existingPods",
    "object",
    "oldObject",
    "dryRun",
    "explain",
  ] as const;

  it("is decided, and nothing but a request is allowed", () => {
    fc.assert(
      fc.property(anything, (request) => {
        // As above.
        const decision = review(request as unknown as Review, policies);
        expectDecision(decision);
        expect(decision.allowed).toBe(false);
      }),
    );
  });

  it("in one of its fields is decided, and never allowed where the server would refuse", () => {
    const request = makeRequest(offender, { namespaceObject: makeNamespace(restricted) });
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), anything, (field, value) => {
        const decision = review({ ...request, [field]: value }, policies);
        expectDecision(decision);
        expect(decision.allowed && decision.answers?.some(({ allowed }) => !allowed)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
