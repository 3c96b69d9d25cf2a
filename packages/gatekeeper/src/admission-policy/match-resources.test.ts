import type { Review } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { concerns, judge, makeBinding, makePolicy } from "../../test/admission-policies.js";

const DEPLOYMENTS = { apiGroups: ["apps"], apiVersions: ["v1"], operations: ["CREATE"], resources: ["deployments"] };
const withRule = (rule: object, more: object = {}) => ({
  matchConstraints: { resourceRules: [{ ...DEPLOYMENTS, ...rule }], ...more },
});

describe("resourceRules", () => {
  it.each<[object, boolean]>([
    [{}, true],
    [{ operations: ["UPDATE"] }, false],
    [{ operations: ["UPDATE", "*"] }, true],
    [{ apiGroups: [""] }, false],
    [{ apiGroups: ["*"] }, true],
    [{ resources: ["pods"] }, false],
    [{ resources: ["*"] }, true],
    [{ resources: ["*/*"] }, true],
    [{ resources: ["deployments/*"] }, true],
    [{ resources: ["deployments/scale"] }, false],
    [{ resourceNames: ["web"] }, true],
    [{ resourceNames: ["db"] }, false],
    [{ scope: "Namespaced" }, true],
    [{ scope: "Cluster" }, false],
    [{ scope: "*" }, true],
  ])("every part of a rule must match: %j", (rule, isConcerned) => {
    expect(concerns(withRule(rule))).toBe(isConcerned);
  });

  it("a version is not asked for unless matchPolicy is Exact", () => {
    expect(concerns(withRule({ apiVersions: ["v1beta1"] }))).toBe(true);
    expect(concerns(withRule({ apiVersions: ["v1beta1"] }, { matchPolicy: "Exact" }))).toBe(false);
    expect(concerns(withRule({}, { matchPolicy: "Exact" }))).toBe(true);
  });

  it("subresources are asked for by name", () => {
    const request = { subresource: "scale" };
    expect(concerns(withRule({ resources: ["deployments"] }), {}, request)).toBe(false);
    expect(concerns(withRule({ resources: ["deployments/scale"] }), {}, request)).toBe(true);
    expect(concerns(withRule({ resources: ["*/scale"] }), {}, request)).toBe(true);
    expect(concerns(withRule({ resources: ["*"] }), {}, request)).toBe(false);
  });

  it("excludeResourceRules win", () => {
    expect(concerns(withRule({}, { excludeResourceRules: [DEPLOYMENTS] }))).toBe(false);
    expect(concerns(withRule({}, { excludeResourceRules: [{ ...DEPLOYMENTS, operations: ["DELETE"] }] }))).toBe(true);
  });

  it("a binding's matchResources narrow it down", () => {
    expect(concerns({}, { matchResources: { resourceRules: [{ ...DEPLOYMENTS, operations: ["DELETE"] }] } })).toBe(
      false,
    );
    expect(concerns({}, { matchResources: { resourceRules: [DEPLOYMENTS] } })).toBe(true);
  });

  it("an object without a request is being created", () => {
    expect(concerns(withRule({}), {}, { operation: undefined })).toBe(true);
  });
});

describe("selectors", () => {
  const prod = { matchLabels: { stage: "prod" } };
  const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { stage: "test" } } };
  const node = { apiVersion: "v1", kind: "Node", metadata: { name: "n" } };

  it.each<[object, Partial<Review>, boolean]>([
    [{ namespaceSelector: prod }, {}, true],
    [{ namespaceSelector: { matchLabels: { stage: "test" } } }, {}, false],
    [{ namespaceSelector: {} }, { namespaceObject: undefined }, true],
    // A Namespace is selected by the labels that it is about to have.
    [{ namespaceSelector: prod }, { object: namespace }, false],
    // What is in no namespace is not exempt.
    [{ namespaceSelector: prod }, { object: node, namespaceObject: undefined }, true],
    [{ objectSelector: { matchLabels: { app: "web" } } }, {}, true],
    [{ objectSelector: { matchLabels: { app: "db" } } }, {}, false],
    [
      { objectSelector: { matchLabels: { app: "db" } } },
      { operation: "UPDATE", oldObject: { metadata: { labels: { app: "db" } } } },
      true,
    ],
    [{ objectSelector: { matchExpressions: [{ key: "app", operator: "DoesNotExist" }] } }, {}, false],
  ])("choose by labels: %#", (matchConstraints, request, isConcerned) => {
    expect(concerns({ matchConstraints }, {}, request)).toBe(isConcerned);
  });

  it("a Namespace that cannot be had refuses, unless failures are ignored", () => {
    const matchConstraints = { namespaceSelector: prod };
    const judgeWith = (spec: object) => {
      const decision = judge([makePolicy(spec), makeBinding()], { namespaceObject: undefined });
      const problem = decision.problems.find(({ code }) => code === "policy-configuration");
      return [decision.allowed, problem?.effect, problem?.message];
    };
    const message =
      "ValidatingAdmissionPolicy 'policy' denied request: failed to configure policy: namespaces \"shop\" not found";
    expect(judgeWith({ matchConstraints })).toEqual([false, "deny", message]);
    expect(judgeWith({ matchConstraints, failurePolicy: "Ignore" })).toEqual([true, "report", message]);
  });

  it("a selector that is none refuses what it might have concerned", () => {
    const matchResources = { objectSelector: { matchExpressions: [{ key: "a", operator: "Near" }] } };
    expect(judge([makePolicy(), makeBinding({ matchResources })])).toMatchObject({
      allowed: false,
      problems: [
        {
          message:
            "ValidatingAdmissionPolicy 'policy' with binding 'binding' denied request: failed to configure binding: \"Near\" is not a valid label selector operator",
        },
      ],
    });
  });
});
