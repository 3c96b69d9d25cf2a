import { describe, expect, test } from "vitest";
import { constraintOf, POD, templateOf } from "../../test/policies.js";
import { answerOf, evaluateBy, reviewBy } from "../../test/subject.js";

const NAMES = templateOf(
  "Names",
  'violation[{"msg": msg}] { msg := input.review.kind.kind; input.review.object.spec }',
);
const DEPLOYMENT = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "shop" },
  spec: { template: { spec: POD.spec } },
};
const documents = [NAMES, constraintOf("Names", "one")];
const expansion = {
  apiVersion: "expansion.gatekeeper.sh/v1beta1",
  kind: "ExpansionTemplate",
  metadata: { name: "pods" },
  spec: {
    applyTo: [{ groups: ["apps"], versions: ["v1"], kinds: ["Deployment"] }],
    templateSource: "spec.template",
    generatedGVK: { group: "", version: "v1", kind: "Pod" },
  },
};
const found = (...parameters: Parameters<typeof evaluateBy>) =>
  evaluateBy(...parameters).violations.map(({ message, findings }) => [message, findings[0]?.path.join(".")]);

describe("a workload that is evaluated", () => {
  test("is judged itself, and by the pod that it would create, with places in the workload", () => {
    expect(found(documents, DEPLOYMENT)).toEqual([
      ["Deployment", "spec"],
      ["Pod", "spec.template.spec"],
    ]);
  });

  test("is judged alone, if nobody wants more", () => {
    expect(found(documents, DEPLOYMENT, { options: { podsOfWorkloads: "ignored" } })).toEqual([["Deployment", "spec"]]);
  });

  test("is judged by ExpansionTemplates about it instead", () => {
    expect(found([...documents, expansion], DEPLOYMENT)).toEqual([
      ["Deployment", "spec"],
      ["[Implied by pods] Pod", "spec.template.spec"],
    ]);
  });
});

test("a request is judged alone: its pods are judged when they are requested", () => {
  const request = { operation: "CREATE", object: DEPLOYMENT, namespaceObject: { metadata: { name: "shop" } } } as const;
  expect(reviewBy(documents, request).violations.map(({ message }) => message)).toEqual(["Deployment"]);
});

describe("the Namespace of a request", () => {
  const request = { operation: "CREATE", object: POD } as const;
  const inventory = [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } }];

  test("is handed in, or among the other objects", () => {
    expect(answerOf(reviewBy(documents, { ...request, inventory }))).toMatchObject({ code: 403 });
  });

  test("is missed, in the words of whoever looked for it", () => {
    expect(answerOf(reviewBy(documents, request))).toMatchObject({
      code: 500,
      message: 'failed to create augmentedReview: namespaces "shop" not found',
    });
    expect(answerOf(reviewBy(documents, { ...request, namespaceObject: { lookupError: "timeout" } }))).toMatchObject({
      allowed: false,
      message: "failed to create augmentedReview: timeout",
    });
  });
});

test("selectors of namespaces never miss one when an object is evaluated", () => {
  const match = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "shop", team: "a" } } };
  const selecting = [NAMES, constraintOf("Names", "one", { match })];
  expect(found(selecting, POD, { labels: { team: "a" } })).toEqual([["Pod", "spec"]]);
  expect(found(selecting, POD)).toEqual([]);
});
