import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Review } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { judge, makeBinding, makePolicy } from "./admission-policies.js";

/** A random policy, binding and request, with what the admission plugin of k8s.io/apiserver v0.36.0 made of them. */
interface AnswerCase {
  readonly policy: object;
  readonly binding: object;
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly review: Partial<Review>;
  readonly answer: Omit<Answer, "server">;
}

const lines = readFileSync(join(import.meta.dirname, "admission-policy-answers.jsonl"), "utf8")
  .trim()
  .split("\n");
// The file is our own: each line has this shape.
const cases = lines.map((line) => JSON.parse(line) as AnswerCase);

const parameters = (apiVersion: string, kind: string, metadata: object, content: object) => ({
  apiVersion,
  kind,
  metadata: { name: "limits", ...metadata },
  ...content,
});

const labels = { tier: "a" };

const INVENTORY = [
  parameters("v1", "ConfigMap", { namespace: "shop", labels }, { data: { max: "3" } }),
  parameters("v1", "ConfigMap", { name: "other", namespace: "shop", labels }, { data: { max: "4" } }),
  parameters("v1", "ConfigMap", { namespace: "default" }, { data: { max: "10" } }),
  parameters("example.com/v1", "Limit", { namespace: "shop", labels }, { spec: { max: 3 } }),
  parameters("example.com/v1", "Limit", { namespace: "default" }, { spec: { max: 9 } }),
  parameters("example.com/v1", "ClusterLimit", { labels }, { spec: { max: 3 } }),
];

const NAMESPACE = { spec: { finalizers: ["kubernetes"] }, status: { phase: "Active" } };

const LABELS_OF_DEV = { "kubernetes.io/metadata.name": "dev" };

describe("the plugin of the API server gives the same answer", () => {
  it.each(cases.map((given, index) => [index, given] as const))("%i", (_, { policy, binding, ...given }) => {
    const { namespace } = given.review;
    const namespaceLabels = namespace === "dev" ? LABELS_OF_DEV : given.namespaceLabels;
    const namespaceObject =
      namespace === "" ? undefined : { ...NAMESPACE, metadata: { name: namespace, labels: namespaceLabels } };
    const decision = judge([makePolicy(policy), makeBinding(binding, "b00")], {
      object: undefined,
      inventory: INVENTORY,
      namespaceObject,
      ...given.review,
    });
    const answer = decision.answers?.find(({ server }) => server === "validating-admission-policy");
    expect(answer).toEqual({ server: "validating-admission-policy", ...given.answer });
    const hasDenial = [...decision.violations, ...decision.problems].some(
      (found) => ("action" in found ? found.action : found.effect) === "deny",
    );
    expect(hasDenial).toBe(!given.answer.allowed);
  });
});
