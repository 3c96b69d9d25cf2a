import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { DEPLOYMENT } from "../../test/expansion-templates.js";
import { EXPANSION, makePod, makeRefusal, REFUSE_TEMPLATE } from "../../test/gator-policies.js";
import { regoEngine } from "../all-engines/rego-engine.js";
import { testObjects } from "./test-objects.js";

const test = (...objects: readonly Json[]) => {
  const outcome = testObjects(objects, { engines: [regoEngine()] });
  return outcome.ok ? outcome.value : outcome.error.message;
};
const messagesOf = (...objects: readonly Json[]) => {
  const results = test(...objects);
  return typeof results === "string" ? results : results.map(({ message }) => message);
};

describe("objects are judged (gator 2)", () => {
  it("all of them, templates and constraints too, sorted by action and message", () => {
    const everything = makeRefusal({ match: {} }, "all");
    expect(messagesOf(makePod("z"), everything, REFUSE_TEMPLATE, makePod("a"))).toEqual([
      "a is bad",
      "all is bad",
      "refuse is bad",
      "z is bad",
    ]);
  });

  it("with all of them in the inventory", () => {
    const thing = { apiVersion: "v1", kind: "Thing", metadata: { name: "t" }, name: "a" };
    expect(messagesOf(REFUSE_TEMPLATE, makeRefusal(), makePod("a", {}, { labels: { good: "" } }), thing)).toEqual([
      "taken",
    ]);
  });

  it("and what they would create, of which the one that was given is told", () => {
    expect(test(REFUSE_TEMPLATE, makeRefusal(), EXPANSION, DEPLOYMENT)).toMatchObject([
      { message: "[Implied by deployments] web-pod is bad", enforcementAction: "warn", object: DEPLOYMENT },
    ]);
  });

  it("with the constraint after its defaults", () => {
    const results = test(REFUSE_TEMPLATE, makeRefusal(), makePod("a"));
    expect(results).toMatchObject([
      { constraintDocument: { spec: { enforcementAction: "deny", parameters: { word: "bad" } } } },
    ]);
  });
});

describe("nothing is judged when", () => {
  it.each<[string, readonly Json[]]>([
    [
      'converting unstructured "refuse" to template: adding template: no kind ',
      [{ ...REFUSE_TEMPLATE, apiVersion: "templates.gatekeeper.sh/v9" }],
    ],
    ['adding template "refuse": ', [{ ...REFUSE_TEMPLATE, spec: {} }]],
    ['adding constraint "pods": missing ConstraintTemplate: template "refuse" not found', [makeRefusal()]],
    [
      'adding data of GVK "/v1, Kind=": admission.k8s.gatekeeper.sh: invalid request object: resource x has no kind\n',
      [{ apiVersion: "v1", metadata: { name: "x" } }],
    ],
    ["error creating expander: error upserting template deployments: ", [{ ...EXPANSION, spec: {} }]],
    ["reviewing /v1, Kind=Pod /p: ", [REFUSE_TEMPLATE, makeRefusal(), makePod("p", { spec: { message: 1 } })]],
    ["expanding resource Web: ", [EXPANSION, { ...DEPLOYMENT, spec: {} }]],
  ])("%s", (message, objects) => {
    const said = test(...objects);
    expect(typeof said === "string" && said.startsWith(message)).toBe(true);
  });
});
