import { describe, expect, test } from "vitest";
import { constraintOf, creating, POD, templateOf } from "../../test/policies.js";
import { createClient } from "../all-engines/create-client.js";
import { readExpansionTemplates } from "../expansion/read-expansion-templates.js";
import { examineExpanded, joinExaminations, reviewExpanded } from "./expanded-review.js";

const DEPLOYMENT = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "shop" },
  spec: { template: { spec: POD.spec } },
};
const expansionOf = (spec: object = {}) =>
  readExpansionTemplates([
    {
      apiVersion: "expansion.gatekeeper.sh/v1beta1",
      kind: "ExpansionTemplate",
      metadata: { name: "pods" },
      spec: {
        applyTo: [{ groups: ["apps"], versions: ["v1"], kinds: ["Deployment"] }],
        templateSource: "spec.template",
        generatedGVK: { group: "", version: "v1", kind: "Pod" },
        ...spec,
      },
    },
  ]).templates;

const RULE =
  'violation[{"msg": msg}] { c := input.review.object.spec.containers[_]; c.image; msg := input.review.operation }';
const { client } = createClient({
  templates: [
    templateOf("Images", RULE),
    templateOf("BadMessage", 'violation[{"msg": 5}] { input.review.kind.kind == "Pod" }'),
  ],
  constraints: [constraintOf("Images", "one", { match: { kinds: [{ kinds: ["Pod"] }] } })],
  data: [],
});
const failing = createClient({
  templates: [templateOf("BadMessage", 'violation[{"msg": 5}] { input.review.kind.kind == "Pod" }')],
  constraints: [constraintOf("BadMessage", "one")],
  data: [],
}).client;
const review = { request: creating(DEPLOYMENT), source: "Original", enforcementPoint: "gator.gatekeeper.sh" } as const;

test("violations of what an object would create are attributed to it, with places in it", () => {
  const outcome = reviewExpanded(client, review, { templates: expansionOf({ enforcementAction: "warn" }) });
  expect(outcome).toMatchObject({
    ok: true,
    value: [
      {
        message: "[Implied by pods] CREATE",
        enforcementAction: "warn",
        findings: [{ path: ["spec", "template", "spec", "containers", 0, "image"] }],
      },
    ],
  });
});

test("the operation is that of the request from 3.23 on", () => {
  const outcome = reviewExpanded(client, review, { templates: expansionOf(), release: "3.22" });
  expect(outcome.ok && outcome.value.map(({ message }) => message)).toEqual(["[Implied by pods] "]);
});

test("without an ExpansionTemplate the object alone is reviewed", () => {
  const { templates } = readExpansionTemplates([]);
  expect(examineExpanded(client, review, { templates })).toEqual({ ok: true, value: { results: [], concerned: [] } });
});

describe("what fails tells where", () => {
  test.each([
    ["expansion-failed", expansionOf({ templateSource: "spec.nothing" }), client],
    ["resultant-failed", expansionOf(), failing],
  ])("%s", (code, templates, reviewer) => {
    const outcome = reviewExpanded(reviewer, review, { templates });
    expect(outcome.ok ? "" : outcome.error.code).toBe(code);
  });
});

test("a constraint that several reviews were about is told once", () => {
  const outcome = examineExpanded(client, review, { templates: expansionOf() });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const joined = joinExaminations([outcome.value, outcome.value]);
  expect([joined.results.length, joined.concerned.length]).toEqual([2, 1]);
});
