import { describe, expect, test } from "vitest";
import { constraintOf, creating, POD, templateOf } from "../../test/policies.js";
import { createClient } from "../all-engines/create-client.js";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { readExpansionTemplates } from "../expansion/read-expansion-templates.js";
import { reviewRequest } from "./review-request.js";

const RULE = 'violation[{"msg": msg}] { msg := sprintf("%v", [object.get(input.review, "namespace", "none")]) }';
const NAMESPACE = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };
const { client } = createClient({
  templates: [templateOf("Echo", RULE)],
  constraints: [constraintOf("Echo", "one")],
  data: [],
});
const expansionOf = (source: string) => ({
  templates: readExpansionTemplates([
    {
      apiVersion: "expansion.gatekeeper.sh/v1beta1",
      kind: "ExpansionTemplate",
      metadata: { name: "pods" },
      spec: {
        applyTo: [{ groups: [""], versions: ["v1"], kinds: ["Pod"] }],
        templateSource: source,
        generatedGVK: { group: "", version: "v1", kind: "Secret" },
      },
    },
  ]).templates,
});
const NOTHING = { templates: readExpansionTemplates([]).templates };

const review = (request: AdmissionRequest, expansion = NOTHING, namespaces: readonly object[] = [NAMESPACE]) => {
  const outcome = reviewRequest(request, { client, expansion, findNamespace: () => namespaces[0] });
  return outcome.ok ? outcome.value.map(({ message }) => message) : outcome.error.message;
};

test("the Namespace must be there, but for an object in none", () => {
  expect(review(creating(POD))).toEqual(["shop"]);
  expect(review(creating(POD), NOTHING, [])).toBe('failed to create augmentedReview: namespaces "shop" not found');
  expect(review({ ...creating(NAMESPACE), namespace: "shop" }, NOTHING, [])).toEqual(["none"]);
});

describe("an error tells which part of the review has failed", () => {
  test.each([
    [
      creating(POD),
      expansionOf("spec.nothing"),
      'unable to expand object: could not find source field "spec.nothing" in resource web',
    ],
    [
      { ...creating(null), operation: "DELETE" } as const,
      NOTHING,
      /^error reviewing resource : .*oldObject cannot be nil/,
    ],
  ])("%#", (request, expansion, message) => {
    const outcome = review(request, expansion);
    if (typeof message === "string") expect(outcome).toBe(message);
    else expect(outcome).toMatch(message);
  });
});

test("what is expanded has the kind and the namespace of the request", () => {
  const request = { ...creating({ metadata: { name: "a" }, spec: {} }), namespace: "shop" };
  const pod = { ...request, kind: { group: "", version: "v1", kind: "Pod" } };
  expect(review(pod, expansionOf("spec"))).toEqual(["[Implied by pods] shop", "shop"]);
});
