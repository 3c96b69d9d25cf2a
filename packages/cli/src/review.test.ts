import { expect, test } from "vitest";
import { documentedPolicy } from "../test/documented-policies.js";
import { readPolicies } from "./read-policies.js";
import { review } from "./review.js";

const REQUEST = {
  operation: "CREATE",
  object: {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", namespace: "shop" },
    spec: { revisionHistoryLimit: 10, template: { spec: { containers: [] } } },
  },
  namespaceObject: { metadata: { labels: { "operation-policy.deckhouse.io/enabled": "true" } } },
} as const;

test("a request is judged as it is sent by documents of every kind", () => {
  const { allowed, violations } = review(REQUEST, [documentedPolicy("common")]);
  expect([allowed, violations.map(({ rule }) => rule)]).toEqual([false, ["maxRevisionHistoryLimit"]]);
});

test("policies that have been read give the same", () => {
  const documents = [documentedPolicy("common")];
  expect(review(REQUEST, readPolicies(documents))).toEqual(review(REQUEST, documents));
});
